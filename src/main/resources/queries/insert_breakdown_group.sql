INSERT INTO breakdown_group (survey_key, breakdown_id, group_id, breakdown_label, label)
VALUES (:survey_key, :parent, :id, :parent, :id)
