UPDATE release SET withdrawn = ? WHERE name = ? AND output = ?
