-- One row for each migration that Flyway applied and that is not a note of its own: script and checksum. A migration that
-- failed has no checksum of ours.
SELECT "script", CASE WHEN "success" THEN "checksum" ELSE -1 END
FROM "flyway_schema_history"
WHERE "version" IS NOT NULL
ORDER BY "installed_rank"
