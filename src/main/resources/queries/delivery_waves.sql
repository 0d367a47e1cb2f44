SELECT delivery_wave.delivery_key, wave.wave_id, wave.period_start, wave.period_end
FROM delivery_wave
JOIN wave ON wave.wave_key = delivery_wave.wave_key
