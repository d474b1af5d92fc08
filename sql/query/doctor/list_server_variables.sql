-- Lists the server's settings that the doctor checks. Each server leaves out those that it does not have.
SHOW GLOBAL VARIABLES
WHERE Variable_name IN ('version', 'version_comment', 'read_only', 'super_read_only', 'innodb_read_only', 'local_infile',
    'max_allowed_packet', 'max_connections', 'max_user_connections', 'log_bin', 'sync_binlog',
    'innodb_flush_log_at_trx_commit')
