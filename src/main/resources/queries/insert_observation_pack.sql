INSERT INTO observation_pack (delivery_key, sheet, wave_key, measure, base_kind, unit, obs_status, conf_status,
                              sheet_row, sheet_column, question_key, item_key, answer_key, group_key, figure, base,
                              weighted_base)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
