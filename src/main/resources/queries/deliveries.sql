SELECT bundle_key, delivery_key, block_id, path, sha256, file_size, modified_millis, part, version, row_count,
       respondent_count
FROM delivery
