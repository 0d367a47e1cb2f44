SELECT survey.survey_id, bundle.bundle_id, bundle.fingerprint
FROM bundle
JOIN survey ON survey.survey_key = bundle.survey_key
