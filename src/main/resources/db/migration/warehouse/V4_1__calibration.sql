CREATE TABLE calibration (
    -- grain: one wave of a bundle whose weights were raked to population margins; move is a share of the sum of weights,
    -- factors are relative to the one that only brings the weights to the margins' total
    bundle_key INTEGER NOT NULL,
    wave_key INTEGER NOT NULL,
    margins VARCHAR(500) ARRAY NOT NULL,
    rounds INTEGER NOT NULL,
    move DOUBLE PRECISION NOT NULL,
    deff DOUBLE PRECISION NOT NULL,
    smallest_factor DOUBLE PRECISION NOT NULL,
    largest_factor DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (bundle_key, wave_key)
);

-- totals and pairs are of the respondents' weights (''), or of the weights multiplied by their size ('size'): a part of
-- the grain
DROP VIEW v_totals;
ALTER TABLE totals ADD COLUMN weighting VARCHAR(20) DEFAULT '' NOT NULL;
ALTER TABLE wave_pair ADD COLUMN weighting VARCHAR(20) DEFAULT '' NOT NULL;

CREATE VIEW v_totals AS
-- grain: one wave x question x item x option x group x weighting
SELECT survey.survey_id, survey.title AS survey_title, wave.wave_id, wave.period_start, wave.period_end,
       question.question_id, question.label AS question_label,
       COALESCE(item.item_id, '') AS item_id, COALESCE(item.label, '') AS item_label,
       COALESCE(answer.answer_id, '') AS option_id, COALESCE(answer.label, '') AS option_label,
       breakdown_group.breakdown_id, breakdown_group.breakdown_label,
       breakdown_group.group_id, breakdown_group.label AS group_label, totals.weighting,
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

CREATE VIEW v_calibration AS
-- grain: one wave of a bundle whose weights were raked
SELECT survey.survey_id, survey.title AS survey_title, wave.wave_id, wave.period_start, wave.period_end,
       calibration.margins, calibration.rounds, calibration.move, calibration.deff, calibration.smallest_factor,
       calibration.largest_factor, bundle.bundle_id
FROM calibration
JOIN bundle ON bundle.bundle_key = calibration.bundle_key
JOIN survey ON survey.survey_key = bundle.survey_key
JOIN wave ON wave.wave_key = calibration.wave_key;
