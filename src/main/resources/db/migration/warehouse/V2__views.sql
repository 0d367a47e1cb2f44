-- Answers to the common questions without joins. The value is called figure: VALUE is a reserved word.

CREATE VIEW v_delivery AS
-- grain: one delivery x wave that it holds
SELECT survey.survey_id, survey.title AS survey_title, delivery.block_id, delivery.path, delivery.part,
       delivery.version, wave.wave_id, wave.period_start, wave.period_end, delivery.row_count,
       delivery.respondent_count, delivery.file_size, delivery.sha256, bundle.bundle_id, bundle.run, bundle.loaded_at
FROM delivery
JOIN survey ON survey.survey_key = delivery.survey_key
JOIN bundle ON bundle.bundle_key = delivery.bundle_key
LEFT JOIN delivery_wave ON delivery_wave.delivery_key = delivery.delivery_key
LEFT JOIN wave ON wave.wave_key = delivery_wave.wave_key;

CREATE VIEW v_observation AS
-- grain: one figure as it stands in one cell of a delivery
SELECT survey.survey_id, survey.title AS survey_title, wave.wave_id, wave.period_start, wave.period_end,
       question.question_id, question.label AS question_label,
       COALESCE(item.item_id, '') AS item_id, COALESCE(item.label, '') AS item_label,
       COALESCE(answer.answer_id, '') AS answer_id, COALESCE(answer.label, '') AS answer_label,
       breakdown_group.breakdown_id, breakdown_group.breakdown_label,
       breakdown_group.group_id, breakdown_group.label AS group_label,
       observation.measure, observation.base_kind, observation.figure, observation.unit, observation.base,
       observation.weighted_base, observation.obs_status, observation.conf_status,
       delivery.path AS delivery, observation.sheet, observation.sheet_row, observation.sheet_column
FROM delivery
JOIN observation ON observation.delivery_key = delivery.delivery_key
    AND observation.observation_key >= delivery.delivery_key * CAST(4294967296 AS BIGINT)
    AND observation.observation_key < (delivery.delivery_key + 1) * CAST(4294967296 AS BIGINT)
JOIN survey ON survey.survey_key = delivery.survey_key
JOIN wave ON wave.wave_key = observation.wave_key
JOIN question ON question.question_key = observation.question_key
JOIN breakdown_group ON breakdown_group.group_key = observation.group_key
LEFT JOIN item ON item.item_key = observation.item_key
LEFT JOIN answer ON answer.answer_key = observation.answer_key;

CREATE VIEW v_totals AS
-- grain: one wave x question x item x option x group
SELECT survey.survey_id, survey.title AS survey_title, wave.wave_id, wave.period_start, wave.period_end,
       question.question_id, question.label AS question_label,
       COALESCE(item.item_id, '') AS item_id, COALESCE(item.label, '') AS item_label,
       COALESCE(answer.answer_id, '') AS option_id, COALESCE(answer.label, '') AS option_label,
       breakdown_group.breakdown_id, breakdown_group.breakdown_label,
       breakdown_group.group_id, breakdown_group.label AS group_label,
       totals.is_number, totals.parts, totals.part_valid, totals.total, totals.n, totals.squares, totals.covariance,
       totals.df_valid, totals.df_asked, totals.center, bundle.bundle_id
FROM totals
JOIN bundle ON bundle.bundle_key = totals.bundle_key
JOIN survey ON survey.survey_key = bundle.survey_key
JOIN wave ON wave.wave_key = totals.wave_key
JOIN question ON question.question_key = totals.question_key
JOIN breakdown_group ON breakdown_group.group_key = totals.group_key
LEFT JOIN item ON item.item_key = totals.item_key
LEFT JOIN answer ON answer.answer_key = totals.answer_key;

CREATE VIEW v_estimate_history AS
-- grain: one printed value in every release from release_first through release_last
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
LEFT JOIN answer ON answer.answer_key = estimate.answer_key;

CREATE VIEW v_estimate AS
-- grain: one value that the newest release printed
SELECT * FROM v_estimate_history
WHERE release_last = (SELECT MAX(release_key) FROM release);
