SELECT estimate_key, table_id, wave_key, question_key, item_key, answer_key, group_key, measure, base_kind, figure, unit,
       std_error, ci_low, ci_high, base, effective_base, change, change_p_value, obs_status, conf_status, method, source
FROM estimate
WHERE survey_key = :survey_key
  AND release_first <= :release
  AND COALESCE(release_last, (SELECT MAX(release_key) FROM release)) >= :release
