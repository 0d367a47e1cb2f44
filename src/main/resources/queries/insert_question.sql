INSERT INTO question (survey_key, question_id, label) VALUES (:survey_key, :id, :id)
