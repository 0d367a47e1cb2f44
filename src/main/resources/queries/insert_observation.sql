INSERT INTO observation (delivery_key, sheet, sheet_row, sheet_column, wave_key, question_key, item_key, answer_key,
                         group_key, measure, base_kind, figure, unit, base, weighted_base, obs_status, conf_status,
                         observation_key)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
