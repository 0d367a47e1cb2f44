-- why a release was withdrawn; null: it stands
ALTER TABLE release ADD COLUMN withdrawn VARCHAR;

DROP VIEW v_estimate;
DROP VIEW v_estimate_history;

CREATE VIEW v_estimate_history AS
-- grain: one printed value in every release from release_first through release_last, unless all of these were withdrawn
SELECT survey.survey_id, survey.title AS survey_title, estimate.table_id,
       wave.wave_id, wave.period_start, wave.period_end,
       question.question_id, question.label AS question_label,
       COALESCE(item.item_id, '') AS item_id, COALESCE(item.label, '') AS item_label,
       COALESCE(answer.answer_id, '') AS answer_id, COALESCE(answer.label, '') AS answer_label,
       breakdown_group.breakdown_id, breakdown_group.breakdown_label,
       breakdown_group.group_id, breakdown_group.label AS group_label,
       estimate.measure, estimate.base_kind, estimate.figure, estimate.unit, estimate.std_error, estimate.ci_low,
       estimate.ci_high, estimate.base, estimate.effective_base, estimate.change, estimate.change_p_value,
       estimate.obs_status, estimate.conf_status, estimate.method, estimate.source,
       estimate.release_first, first_release.name AS release_first_name,
       last_release.release_key AS release_last, last_release.name AS release_last_name
FROM estimate
JOIN survey ON survey.survey_key = estimate.survey_key
JOIN wave ON wave.wave_key = estimate.wave_key
JOIN question ON question.question_key = estimate.question_key
JOIN breakdown_group ON breakdown_group.group_key = estimate.group_key
JOIN release first_release ON first_release.release_key = estimate.release_first
JOIN release last_release 
    ON last_release.release_key = COALESCE(estimate.release_last, (SELECT MAX(release_key) FROM release))
LEFT JOIN item ON item.item_key = estimate.item_key
LEFT JOIN answer ON answer.answer_key = estimate.answer_key
WHERE EXISTS (
    SELECT 1 FROM release standing
    WHERE standing.withdrawn IS NULL AND standing.release_key >= estimate.release_first
      AND (estimate.release_last IS NULL OR standing.release_key <= estimate.release_last));

CREATE VIEW v_estimate AS
-- grain: one value that the newest release printed
SELECT * FROM v_estimate_history
WHERE release_last = (SELECT MAX(release_key) FROM release);
