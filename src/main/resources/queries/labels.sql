SELECT label.kind, label.parent_id, label.label_id, label.label_text, label.position, delivery.path,
       delivery.delivery_key
FROM label
JOIN delivery ON delivery.delivery_key = label.delivery_key
WHERE delivery.survey_key = ?
