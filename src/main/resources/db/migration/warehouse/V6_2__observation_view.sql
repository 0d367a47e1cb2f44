CREATE VIEW v_observation AS
-- grain: one figure as it stands in one cell of a delivery
SELECT survey.survey_id, survey.title AS survey_title, wave.wave_id, wave.period_start, wave.period_end,
       question.question_id, question.label AS question_label,
       COALESCE(item.item_id, '') AS item_id, COALESCE(item.label, '') AS item_label,
       COALESCE(answer.answer_id, '') AS answer_id, COALESCE(answer.label, '') AS answer_label,
       breakdown_group.breakdown_id, breakdown_group.breakdown_label,
       breakdown_group.group_id, breakdown_group.label AS group_label,
       observation.measure, observation.base_kind, observation.figure, observation.unit, observation.base,
       observation.weighted_base, observation.obs_status, observation.conf_status,
       delivery.path AS delivery, observation.sheet, observation.sheet_row, observation.sheet_column
FROM delivery
JOIN observation ON observation.delivery_key = delivery.delivery_key
JOIN survey ON survey.survey_key = delivery.survey_key
JOIN wave ON wave.wave_key = observation.wave_key
JOIN question ON question.question_key = observation.question_key
JOIN breakdown_group ON breakdown_group.group_key = observation.group_key
LEFT JOIN item ON item.item_key = observation.item_key
LEFT JOIN answer ON answer.answer_key = observation.answer_key;
