DELETE FROM estimate WHERE release_first = ?
