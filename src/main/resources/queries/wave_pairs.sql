SELECT wave_pair.wave_key, wave_pair.question_key, wave_pair.item_key, wave_pair.answer_key, wave_pair.group_key,
       wave_pair.next_wave_key, wave_pair.parts, wave_pair.covariance, wave_pair.df_valid, wave_pair.df_asked,
       wave_pair.weighting
FROM wave_pair
JOIN bundle ON bundle.bundle_key = wave_pair.bundle_key
WHERE bundle.survey_key = ?
