SELECT survey.survey_id, delivery.delivery_key, delivery.block_id, delivery.path, delivery.sha256, delivery.file_size,
       delivery.modified_millis, delivery.part, delivery.version, bundle.bundle_id, delivery.row_count,
       delivery.respondent_count
FROM delivery
JOIN bundle ON bundle.bundle_key = delivery.bundle_key
JOIN survey ON survey.survey_key = delivery.survey_key
