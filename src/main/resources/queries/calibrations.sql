SELECT calibration.wave_key, calibration.margins, calibration.rounds, calibration.move, calibration.deff,
       calibration.smallest_factor, calibration.largest_factor
FROM calibration
JOIN bundle ON bundle.bundle_key = calibration.bundle_key
WHERE bundle.survey_key = ?
