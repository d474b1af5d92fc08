-- What the server is set to. Each server has its own set: those that it lacks are left out.
SHOW GLOBAL VARIABLES
WHERE Variable_name IN ('version', 'version_comment', 'read_only', 'super_read_only', 'innodb_read_only', 'local_infile',
    'max_allowed_packet', 'max_connections', 'max_user_connections', 'log_bin', 'sync_binlog',
    'innodb_flush_log_at_trx_commit')
