SELECT totals.wave_key, totals.question_key, totals.item_key, totals.answer_key, totals.group_key, totals.is_number,
       totals.parts, totals.part_valid, totals.total, totals.n, totals.squares, totals.covariance, totals.df_valid,
       totals.df_asked, totals.center, totals.weighting
FROM totals
JOIN bundle ON bundle.bundle_key = totals.bundle_key
WHERE bundle.survey_key = ?
