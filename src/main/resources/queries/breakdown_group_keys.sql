SELECT group_key, breakdown_id, group_id FROM breakdown_group WHERE survey_key = ?
