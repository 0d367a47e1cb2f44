DELETE FROM delivery_wave WHERE delivery_key IN (SELECT delivery_key FROM delivery WHERE bundle_key = ?)
