SELECT SUBSTRING(activity.application_name FROM 11) || ', since '
       || TO_CHAR(activity.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
FROM pg_locks
JOIN pg_stat_activity activity ON activity.pid = pg_locks.pid
WHERE pg_locks.locktype = 'advisory' AND pg_locks.granted
  AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = CURRENT_DATABASE())
  AND pg_locks.classid::BIGINT << 32 | pg_locks.objid::BIGINT = 7089073111360173157
