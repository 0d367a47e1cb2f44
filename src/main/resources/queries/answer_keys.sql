SELECT answer.answer_key, question.question_id, answer.answer_id
FROM answer
JOIN question ON question.question_key = answer.question_key
WHERE question.survey_key = ?
