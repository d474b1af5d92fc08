-- A chunk's transaction writes how far its step has come. To MySQL it would depend on every transaction before it, because a foreign
-- key refers to what it writes, and on every other chunk, because what it writes refers to the job: replicas would apply chunks one
-- after the other, and the server would forget at each commit what it knows of all before, which takes it longer than the rest of
-- the commit. Spring Batch writes the three in their order, and maintain deletes them in the other.

ALTER TABLE BATCH_STEP_EXECUTION_CONTEXT DROP FOREIGN KEY STEP_EXEC_CTX_FK;

ALTER TABLE BATCH_STEP_EXECUTION DROP FOREIGN KEY JOB_EXEC_STEP_FK;
