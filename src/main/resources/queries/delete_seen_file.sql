DELETE FROM seen_file WHERE path = ?
