-- One row: how many tables and views the schema has, and how many of them are Flyway's history.
SELECT COUNT(*) AS tables, COUNT(CASE WHEN table_name = 'flyway_schema_history' THEN 1 END) AS histories
FROM information_schema.tables
WHERE table_schema = CURRENT_SCHEMA
