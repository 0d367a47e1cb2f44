SELECT survey_key FROM survey WHERE survey_id = ?
