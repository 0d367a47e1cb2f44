SELECT release_key, name, release_date, period, output FROM release ORDER BY release_key
