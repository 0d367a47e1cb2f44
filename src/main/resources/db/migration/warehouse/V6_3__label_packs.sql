-- Labels are packed as figures are; the view "label" shows them as rows again.
ALTER TABLE label RENAME TO label_row;

CREATE TABLE label_pack (
    -- grain: up to 1000 texts that stand for ids of one kind in one delivery; the arrays run over the texts
    delivery_key INTEGER NOT NULL,
    kind VARCHAR(20) NOT NULL,
    parent_id VARCHAR(1000) ARRAY NOT NULL,
    label_id VARCHAR(1000) ARRAY NOT NULL,
    label_text VARCHAR ARRAY NOT NULL,
    position BIGINT ARRAY NOT NULL
);
CREATE INDEX label_pack_delivery ON label_pack (delivery_key);

INSERT INTO label_pack (delivery_key, kind, parent_id, label_id, label_text, position)
SELECT delivery_key, kind, ARRAY_AGG(parent_id ORDER BY place), ARRAY_AGG(label_id ORDER BY place),
       ARRAY_AGG(label_text ORDER BY place), ARRAY_AGG(position ORDER BY place)
FROM (
    SELECT delivery_key, kind, parent_id, label_id, label_text, position,
           ROW_NUMBER() OVER (PARTITION BY delivery_key, kind ORDER BY parent_id, label_id) - 1 AS place
    FROM label_row
) pack
GROUP BY delivery_key, kind, place / 1000;

DROP TABLE label_row;
