SELECT item.item_key, question.question_id, item.item_id
FROM item
JOIN question ON question.question_key = item.question_key
WHERE question.survey_key = ?
