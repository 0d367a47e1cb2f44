SELECT path, file_size, modified_millis, sha256 FROM seen_file
