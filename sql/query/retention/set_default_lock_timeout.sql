-- Sets the lock timeout of the session back to the server's default.
SET SESSION lock_wait_timeout = DEFAULT
