SELECT bundle_key, survey_key, bundle_id, fingerprint
FROM bundle
