CREATE VIEW observation AS
-- grain: one figure as it stands in one cell of a delivery
SELECT pack.delivery_key, pack.sheet, place.sheet_row, place.sheet_column, pack.wave_key, place.question_key,
       place.item_key, place.answer_key, place.group_key, pack.measure, pack.base_kind, place.figure, pack.unit,
       place.base, place.weighted_base, pack.obs_status, pack.conf_status
FROM observation_pack pack
CROSS JOIN LATERAL UNNEST(pack.sheet_row, pack.sheet_column, pack.question_key, pack.item_key,
                          pack.answer_key, pack.group_key, pack.figure, pack.base, pack.weighted_base)
    AS place (sheet_row, sheet_column, question_key, item_key, answer_key, group_key, figure, base,
              weighted_base);
