DELETE FROM totals WHERE bundle_key = ?
