CREATE VIEW observation AS
-- grain: one figure as it stands in one cell of a delivery
SELECT delivery_key, sheet, sheet_row[place.x] AS sheet_row, sheet_column[place.x] AS sheet_column,
       wave_key, question_key[place.x] AS question_key, item_key[place.x] AS item_key,
       answer_key[place.x] AS answer_key, group_key[place.x] AS group_key, measure, base_kind,
       figure[place.x] AS figure, unit, base[place.x] AS base, weighted_base[place.x] AS weighted_base, obs_status,
       conf_status
FROM observation_pack
-- no pack is empty: the outer join only keeps H2 from going through all packs once a place
LEFT JOIN SYSTEM_RANGE(1, 1000) place ON place.x <= CARDINALITY(sheet_row);
