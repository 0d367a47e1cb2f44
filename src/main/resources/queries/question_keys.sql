SELECT question_key, '' AS parent_id, question_id FROM question WHERE survey_key = ?
