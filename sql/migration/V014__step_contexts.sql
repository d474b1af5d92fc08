-- A chunk's transaction writes how far its step has come. With a foreign key on that table MySQL cannot tell on which transactions
-- such a one depends: replicas would apply chunks one after the other, and the server forgets at each commit what it knows of all
-- before, which takes it longer than the rest of the commit. Spring Batch itself writes and deletes a context with its step.

ALTER TABLE BATCH_STEP_EXECUTION_CONTEXT DROP FOREIGN KEY STEP_EXEC_CTX_FK;
