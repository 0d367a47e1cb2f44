-- One row: how many rows Flyway's history has.
SELECT COUNT(*) FROM "flyway_schema_history"
