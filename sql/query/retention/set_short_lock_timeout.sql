-- Sets a lock timeout of 5 seconds for the session, because truncating blocks readers while it waits.
SET SESSION lock_wait_timeout = 5
