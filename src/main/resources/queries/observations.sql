SELECT observation.wave_key, observation.question_key, observation.item_key, observation.answer_key,
       observation.group_key, observation.measure, observation.base_kind, observation.figure, observation.unit,
       observation.base, observation.weighted_base, observation.obs_status, observation.conf_status, delivery.path,
       observation.sheet, observation.sheet_row, observation.sheet_column
FROM observation
JOIN delivery ON delivery.delivery_key = observation.delivery_key
WHERE delivery.survey_key = ?
