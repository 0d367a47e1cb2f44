CREATE VIEW label AS
-- grain: one text that stands for an id in one delivery
SELECT pack.delivery_key, pack.kind, place.parent_id, place.label_id, place.label_text, place.position
FROM label_pack pack
CROSS JOIN LATERAL UNNEST(pack.parent_id, pack.label_id, pack.label_text, pack.position)
    AS place (parent_id, label_id, label_text, position);
