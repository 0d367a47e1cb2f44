INSERT INTO answer (question_key, answer_id, label)
SELECT question_key, :id, :id FROM question WHERE survey_key = :survey_key AND question_id = :parent
