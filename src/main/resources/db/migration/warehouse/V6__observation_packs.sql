-- Figures of printed tables come by the hundred a sheet. Packed into arrays they are loaded, kept and read several times
-- faster than as rows; the view "observation" shows them as rows again, one figure each.
DROP VIEW v_observation;

CREATE TABLE observation_pack (
    -- grain: up to 1000 figures of one sheet of a delivery that share wave, measure, base kind, unit and status; the arrays
    -- run over the figures, and are null where none has a value
    delivery_key INTEGER NOT NULL,
    sheet VARCHAR(500) NOT NULL,
    wave_key INTEGER NOT NULL,
    measure VARCHAR(200) NOT NULL,
    base_kind VARCHAR(20) NOT NULL,
    unit VARCHAR(200) NOT NULL,
    obs_status VARCHAR(20) NOT NULL,
    conf_status VARCHAR(20) NOT NULL,
    sheet_row INTEGER ARRAY NOT NULL,
    sheet_column INTEGER ARRAY NOT NULL,
    question_key INTEGER ARRAY NOT NULL,
    item_key INTEGER ARRAY,
    answer_key INTEGER ARRAY,
    group_key INTEGER ARRAY NOT NULL,
    figure DOUBLE PRECISION ARRAY,
    base DOUBLE PRECISION ARRAY,
    weighted_base DOUBLE PRECISION ARRAY
);
CREATE INDEX observation_pack_delivery ON observation_pack (delivery_key);

-- thousand keys after thousand keys, so that a large warehouse needs no more memory than a small one
INSERT INTO observation_pack (delivery_key, sheet, wave_key, measure, base_kind, unit, obs_status, conf_status,
                              sheet_row, sheet_column, question_key, item_key, answer_key, group_key, figure, base,
                              weighted_base)
SELECT delivery_key, sheet, wave_key, measure, base_kind, unit, obs_status, conf_status,
       (SELECT ARRAY_AGG(one.sheet_row ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.sheet_column ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.question_key ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.item_key ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.answer_key ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.group_key ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.figure ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.base ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status)),
       (SELECT ARRAY_AGG(one.weighted_base ORDER BY one.observation_key) FROM observation one
        WHERE one.observation_key BETWEEN pack.thousand * 1000 AND pack.thousand * 1000 + 999
          AND (one.delivery_key, one.sheet, one.wave_key, one.measure, one.base_kind, one.unit, one.obs_status,
               one.conf_status)
            = (pack.delivery_key, pack.sheet, pack.wave_key, pack.measure, pack.base_kind, pack.unit,
               pack.obs_status, pack.conf_status))
FROM (
    SELECT DISTINCT delivery_key, sheet, wave_key, measure, base_kind, unit, obs_status, conf_status,
           observation_key / 1000 AS thousand
    FROM observation
) pack;

DROP TABLE observation;
