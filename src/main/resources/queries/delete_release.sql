DELETE FROM release WHERE release_key = ?
