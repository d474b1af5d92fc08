-- Every table has a primary key: a group of servers refuses to write a table without one, and a replica looks for each changed row
-- by reading the whole table. A key that somebody added by hand, or that the server added, is left as it is.

SET @change = (SELECT IF(COUNT(*) = 0, 'ALTER TABLE BATCH_JOB_EXECUTION_PARAMS ADD PRIMARY KEY (JOB_EXECUTION_ID, PARAMETER_NAME)', 'DO 0')
               FROM information_schema.table_constraints
               WHERE table_schema = DATABASE() AND table_name = 'BATCH_JOB_EXECUTION_PARAMS' AND constraint_type = 'PRIMARY KEY');
PREPARE primary_key FROM @change;
EXECUTE primary_key;
DEALLOCATE PREPARE primary_key;

SET @change = (SELECT IF(COUNT(*) = 0, 'ALTER TABLE BATCH_JOB_INSTANCE_SEQ ADD PRIMARY KEY (UNIQUE_KEY)', 'DO 0')
               FROM information_schema.table_constraints
               WHERE table_schema = DATABASE() AND table_name = 'BATCH_JOB_INSTANCE_SEQ' AND constraint_type = 'PRIMARY KEY');
PREPARE primary_key FROM @change;
EXECUTE primary_key;
DEALLOCATE PREPARE primary_key;

SET @change = (SELECT IF(COUNT(*) = 0, 'ALTER TABLE BATCH_JOB_EXECUTION_SEQ ADD PRIMARY KEY (UNIQUE_KEY)', 'DO 0')
               FROM information_schema.table_constraints
               WHERE table_schema = DATABASE() AND table_name = 'BATCH_JOB_EXECUTION_SEQ' AND constraint_type = 'PRIMARY KEY');
PREPARE primary_key FROM @change;
EXECUTE primary_key;
DEALLOCATE PREPARE primary_key;

SET @change = (SELECT IF(COUNT(*) = 0, 'ALTER TABLE BATCH_STEP_EXECUTION_SEQ ADD PRIMARY KEY (UNIQUE_KEY)', 'DO 0')
               FROM information_schema.table_constraints
               WHERE table_schema = DATABASE() AND table_name = 'BATCH_STEP_EXECUTION_SEQ' AND constraint_type = 'PRIMARY KEY');
PREPARE primary_key FROM @change;
EXECUTE primary_key;
DEALLOCATE PREPARE primary_key;
