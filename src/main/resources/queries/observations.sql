SELECT observation.wave_key, observation.question_key, observation.item_key, observation.answer_key,
       observation.group_key, observation.measure, observation.base_kind, observation.figure, observation.unit,
       observation.base, observation.weighted_base, observation.obs_status, observation.conf_status, delivery.path,
       observation.sheet, observation.sheet_row, observation.sheet_column
FROM delivery
JOIN observation ON observation.delivery_key = delivery.delivery_key
    AND observation.observation_key >= delivery.delivery_key * CAST(4294967296 AS BIGINT)
    AND observation.observation_key < (delivery.delivery_key + 1) * CAST(4294967296 AS BIGINT)
WHERE delivery.survey_key = ?
