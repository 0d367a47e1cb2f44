DELETE FROM label_pack WHERE delivery_key IN (SELECT delivery_key FROM delivery WHERE bundle_key = ?)
