INSERT INTO release (release_key, name, release_date, period, output) VALUES (?, ?, ?, ?, ?)
