SELECT wave_key, wave_id, period_start, period_end
FROM wave
