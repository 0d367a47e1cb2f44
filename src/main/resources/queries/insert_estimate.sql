INSERT INTO estimate (survey_key, release_first, table_id, wave_key, question_key, item_key, answer_key,
                      group_key, measure, base_kind, figure, unit, std_error, ci_low, ci_high, base, effective_base,
                      change, change_p_value, obs_status, conf_status, method, source)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
