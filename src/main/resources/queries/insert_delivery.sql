INSERT INTO delivery (survey_key, bundle_key, block_id, path, sha256, file_size, modified_millis, part, version, row_count,
                      respondent_count)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
