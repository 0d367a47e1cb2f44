SELECT bundle.bundle_key
FROM bundle
JOIN survey ON survey.survey_key = bundle.survey_key
WHERE survey.survey_id = ? AND bundle.bundle_id = ?
