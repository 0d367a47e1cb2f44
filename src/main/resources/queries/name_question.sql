UPDATE question SET label = :text, position = :position WHERE survey_key = :survey_key AND question_id = :id
