INSERT INTO wave_pair (bundle_key, wave_key, question_key, item_key, answer_key, group_key, next_wave_key, parts,
                       covariance, df_valid, df_asked, weighting)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
