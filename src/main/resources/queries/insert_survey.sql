INSERT INTO survey (survey_id, title) VALUES (?, ?)
