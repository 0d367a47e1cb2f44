SELECT delivery.path, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit, pack.obs_status,
       pack.conf_status, pack.sheet_row, pack.sheet_column, pack.question_key, pack.item_key, pack.answer_key,
       pack.group_key, pack.figure, pack.base, pack.weighted_base
FROM delivery
JOIN observation_pack pack ON pack.delivery_key = delivery.delivery_key
WHERE delivery.survey_key = ?
