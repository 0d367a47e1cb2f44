SELECT EXISTS (SELECT 1
               FROM pg_locks
               WHERE locktype = 'advisory' AND granted
                 AND database = (SELECT oid FROM pg_database WHERE datname = CURRENT_DATABASE())
                 AND classid::BIGINT << 32 | objid::BIGINT = 7089073111360173157)
