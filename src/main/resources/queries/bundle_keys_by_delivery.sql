SELECT delivery.bundle_key
FROM delivery
JOIN survey ON survey.survey_key = delivery.survey_key
WHERE survey.survey_id = ? AND delivery.block_id = ? AND delivery.path = ?
