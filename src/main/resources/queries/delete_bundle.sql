DELETE FROM bundle WHERE bundle_key = ?
