-- Counts the threads of replication that the account may see: those that send to replicas, and those that receive from a primary.
SELECT COUNT(*)
FROM information_schema.processlist
WHERE command IN ('Binlog Dump', 'Binlog Dump GTID', 'Slave_IO', 'Slave_SQL')
   OR (user = 'system user' AND command IN ('Connect', 'Query'))
