UPDATE estimate SET release_last = :release WHERE survey_key = :survey_key AND release_last = :previous
