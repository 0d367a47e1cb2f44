SELECT survey_id, survey_key
FROM survey
WHERE survey_key IN (SELECT survey_key FROM estimate WHERE release_last IS NULL)
