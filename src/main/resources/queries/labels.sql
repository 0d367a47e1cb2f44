SELECT pack.kind, pack.parent_id, pack.label_id, pack.label_text, pack.position, delivery.path, delivery.delivery_key
FROM label_pack pack
JOIN delivery ON delivery.delivery_key = pack.delivery_key
WHERE delivery.survey_key = ?
