UPDATE item SET label = :text, position = :position
WHERE item_id = :id
  AND question_key = (SELECT question_key FROM question WHERE survey_key = :survey_key AND question_id = :parent)
