UPDATE wave SET period_start = ?, period_end = ? WHERE survey_key = ? AND wave_id = ?
