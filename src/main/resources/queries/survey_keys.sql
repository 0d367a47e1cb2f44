SELECT survey_id, survey_key FROM survey
