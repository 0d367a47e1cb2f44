UPDATE estimate SET release_last = NULL WHERE release_last = ?
