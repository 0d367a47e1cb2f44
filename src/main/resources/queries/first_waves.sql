SELECT delivery_wave.delivery_key, MIN(wave.period_start)
FROM wave
JOIN delivery_wave ON delivery_wave.wave_key = wave.wave_key
WHERE wave.survey_key = ?
GROUP BY delivery_wave.delivery_key
