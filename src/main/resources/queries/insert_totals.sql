INSERT INTO totals (bundle_key, wave_key, question_key, item_key, answer_key, group_key, is_number, parts, part_valid,
                    total, n, squares, covariance, df_valid, df_asked, center, weighting)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
