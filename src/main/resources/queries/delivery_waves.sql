SELECT delivery_key, wave_key
FROM delivery_wave
