SELECT label.kind, label.parent_id, label.label_id, label.label_text, label.position, delivery.path,
       (SELECT MIN(wave.period_start)
        FROM delivery_wave
        JOIN wave ON wave.wave_key = delivery_wave.wave_key
        WHERE delivery_wave.delivery_key = delivery.delivery_key) AS first_wave
FROM label
JOIN delivery ON delivery.delivery_key = label.delivery_key
WHERE delivery.survey_key = ?
