DELETE FROM calibration WHERE bundle_key = ?
