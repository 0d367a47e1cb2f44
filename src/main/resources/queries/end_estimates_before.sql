UPDATE estimate SET release_last = release_last - 1 WHERE release_last = ?
