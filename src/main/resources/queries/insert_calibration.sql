INSERT INTO calibration (bundle_key, wave_key, margins, rounds, move, deff, smallest_factor, largest_factor)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
