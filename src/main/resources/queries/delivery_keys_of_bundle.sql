SELECT delivery_key FROM delivery WHERE bundle_key = ?
