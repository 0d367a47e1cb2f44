DELETE FROM observation WHERE observation_key >= ? AND observation_key < ?
