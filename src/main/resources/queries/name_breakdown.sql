UPDATE breakdown_group SET breakdown_label = :text, breakdown_position = :position
WHERE survey_key = :survey_key AND breakdown_id = :id
