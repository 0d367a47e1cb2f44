UPDATE survey
SET title = :title, publisher = :publisher, population = :population, unit = :unit, mode = :mode, licence = :licence,
    source = :source, synthetic = :synthetic
WHERE survey_id = :survey
