UPDATE breakdown_group SET label = :text, position = :position
WHERE survey_key = :survey_key AND breakdown_id = :parent AND group_id = :id
