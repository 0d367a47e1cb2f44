UPDATE estimate SET release_last = ? WHERE survey_key = ? AND release_last IS NULL
