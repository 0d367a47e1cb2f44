CREATE VIEW label AS
-- grain: one text that stands for an id in one delivery
SELECT delivery_key, kind, parent_id[place.x] AS parent_id, label_id[place.x] AS label_id,
       label_text[place.x] AS label_text, position[place.x] AS position
FROM label_pack
LEFT JOIN SYSTEM_RANGE(1, 1000) place ON place.x <= CARDINALITY(label_id);
