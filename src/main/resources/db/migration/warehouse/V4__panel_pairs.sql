CREATE TABLE wave_pair (
    -- grain: one question x item x option x group in two neighbouring waves of a panel; parts are those of either wave, the
    -- covariance packs the rows of the upper triangle of the joint matrix, the earlier wave's parts first
    bundle_key INTEGER NOT NULL,
    wave_key INTEGER NOT NULL,
    question_key INTEGER NOT NULL,
    item_key INTEGER,
    answer_key INTEGER,
    group_key INTEGER NOT NULL,
    next_wave_key INTEGER NOT NULL,
    parts VARCHAR(1000) ARRAY NOT NULL,
    covariance DOUBLE PRECISION ARRAY NOT NULL,
    df_valid INTEGER NOT NULL,
    df_asked INTEGER NOT NULL
);
CREATE INDEX wave_pair_bundle ON wave_pair (bundle_key);
