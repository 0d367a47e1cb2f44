SELECT EXISTS (SELECT 1
               FROM pg_locks
               WHERE locktype = 'advisory' AND granted AND pid = PG_BACKEND_PID()
                 AND classid::BIGINT << 32 | objid::BIGINT = 7089073111360173157)
