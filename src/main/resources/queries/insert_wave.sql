INSERT INTO wave (period_start, period_end, survey_key, wave_id) VALUES (?, ?, ?, ?)
