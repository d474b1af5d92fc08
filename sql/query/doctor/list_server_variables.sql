-- Lists the server's settings that the doctor checks. Each server leaves out those that it does not have.
SHOW GLOBAL VARIABLES
WHERE Variable_name IN ('version', 'version_comment', 'read_only', 'super_read_only', 'innodb_read_only', 'local_infile',
    'max_allowed_packet', 'max_connections', 'max_user_connections', 'log_bin', 'sync_binlog',
    'innodb_flush_log_at_trx_commit', 'binlog_format', 'gtid_mode', 'group_replication_group_name',
    'group_replication_single_primary_mode', 'group_replication_transaction_size_limit', 'max_binlog_cache_size',
    'replica_parallel_workers', 'replica_preserve_commit_order')
