SELECT wave_id, period_start, period_end
FROM wave
WHERE survey_key = ?
  AND wave_key IN (SELECT wave_key FROM delivery_wave)
