INSERT INTO seen_file (path, file_size, modified_millis, sha256) VALUES (?, ?, ?, ?)
