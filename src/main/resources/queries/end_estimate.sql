UPDATE estimate SET release_last = ? WHERE estimate_key = ?
