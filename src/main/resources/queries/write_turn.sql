SELECT turn FROM write_turn FOR UPDATE
