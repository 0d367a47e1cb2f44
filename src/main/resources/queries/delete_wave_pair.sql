DELETE FROM wave_pair WHERE bundle_key = ?
