INSERT INTO observation_pack (delivery_key, sheet, measure, base_kind, unit, obs_status, conf_status, sheet_row,
                              sheet_column, wave_key, question_key, item_key, answer_key, group_key, figure, base,
                              weighted_base)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
