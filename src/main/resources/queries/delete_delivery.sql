DELETE FROM delivery WHERE bundle_key = ?
