INSERT INTO bundle (survey_key, bundle_id, fingerprint, run, loaded_at) VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)
