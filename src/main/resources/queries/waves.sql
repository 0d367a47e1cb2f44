SELECT wave_id, period_start, period_end
FROM wave
WHERE survey_key = ?
  AND EXISTS (SELECT 1 FROM delivery_wave WHERE delivery_wave.wave_key = wave.wave_key)
