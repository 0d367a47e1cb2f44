INSERT INTO label_pack (delivery_key, kind, parent_id, label_id, label_text, position) VALUES (?, ?, ?, ?, ?, ?)
