-- Rights on single tables and views. Run as an administrator after the first 'jobs/allegiance migrate', and after each one that
-- adds tables: a right cannot be granted on a table that does not exist yet.

-- What nights and imports replace or delete, because they compute it again. Nothing that was published is among it.
GRANT DELETE ON allegiance.business_day TO allegiance_nightly;
GRANT DELETE ON allegiance.business_day_again TO allegiance_nightly;
GRANT DELETE ON allegiance.cancelled_line TO allegiance_nightly;
GRANT DELETE ON allegiance.cancelled_transaction TO allegiance_nightly;
GRANT DELETE ON allegiance.customer_day TO allegiance_nightly;
GRANT DELETE ON allegiance.feed_manifest TO allegiance_nightly;
GRANT DELETE ON allegiance.fx_rate TO allegiance_nightly;
GRANT DELETE ON allegiance.history_due TO allegiance_nightly;
GRANT DELETE ON allegiance.incident_change TO allegiance_nightly;
GRANT DELETE ON allegiance.purchase_history TO allegiance_nightly;
GRANT DELETE ON allegiance.referral TO allegiance_nightly;
GRANT DELETE ON allegiance.run_audit TO allegiance_nightly;
GRANT DELETE ON allegiance.run_day_count TO allegiance_nightly;
GRANT DELETE ON allegiance.run_heartbeat TO allegiance_nightly;
GRANT DELETE ON allegiance.run_progress TO allegiance_nightly;
GRANT DELETE ON allegiance.run_threshold TO allegiance_nightly;
GRANT DELETE ON allegiance.service_incident TO allegiance_nightly;
GRANT DELETE ON allegiance.source_rejection TO allegiance_nightly;
GRANT DELETE ON allegiance.transaction_line TO allegiance_nightly;
GRANT DELETE ON allegiance.BATCH_JOB_INSTANCE TO allegiance_nightly;

-- MySQL requires DROP to truncate a partition.
GRANT DROP ON allegiance.customer_score TO allegiance_maintain;
GRANT DROP ON allegiance.customer_score_horizon TO allegiance_maintain;

GRANT SELECT, INSERT, UPDATE, DELETE ON allegiance.feed_manifest TO allegiance_feeder;
-- Old runs, Spring Batch's records of them and, where configured, the beginning of the feed of segment changes.
GRANT DELETE ON allegiance.run TO allegiance_maintain;
GRANT DELETE ON allegiance.run_closure TO allegiance_maintain;
GRANT DELETE ON allegiance.run_day TO allegiance_maintain;
GRANT DELETE ON allegiance.run_range TO allegiance_maintain;
GRANT DELETE ON allegiance.segment_change TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_JOB_EXECUTION TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_JOB_EXECUTION_CONTEXT TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_JOB_EXECUTION_PARAMS TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_STEP_EXECUTION TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_STEP_EXECUTION_CONTEXT TO allegiance_maintain;

GRANT SELECT ON allegiance.current_customer_score TO allegiance_reader;
GRANT SELECT ON allegiance.current_customer_score_horizon TO allegiance_reader;
GRANT SELECT ON allegiance.customer_score_history TO allegiance_reader;
GRANT SELECT ON allegiance.segment_change TO allegiance_reader;
GRANT SELECT ON allegiance.segment_summary TO allegiance_reader;
GRANT SELECT ON allegiance.score_publication TO allegiance_reader;
GRANT SELECT ON allegiance.score_pointer TO allegiance_reader;
GRANT SELECT ON allegiance.publication_outcome TO allegiance_reader;

-- What jobs/observe/dashboard.json shows. No customer, no line of trade, and of rejected lines only how many and why.
GRANT SELECT (run_id, job, business_date, attempt, state, model_version, started_at, ended_at, message)
    ON allegiance.run TO allegiance_observer;
GRANT SELECT (hold_id, held_at, released_at) ON allegiance.publication_hold TO allegiance_observer;
GRANT SELECT (business_date, reason, closed_at) ON allegiance.import_rejection TO allegiance_observer;
GRANT SELECT (business_date, reason) ON allegiance.source_rejection TO allegiance_observer;
GRANT SELECT ON allegiance.business_day TO allegiance_observer;
GRANT SELECT ON allegiance.score_slot TO allegiance_observer;
GRANT SELECT ON allegiance.score_pointer TO allegiance_observer;
GRANT SELECT ON allegiance.score_publication TO allegiance_observer;
GRANT SELECT ON allegiance.segment_summary TO allegiance_observer;
GRANT SELECT ON allegiance.publication_outcome TO allegiance_observer;
GRANT SELECT (STEP_EXECUTION_ID, JOB_EXECUTION_ID, STEP_NAME, STATUS, START_TIME, END_TIME)
    ON allegiance.BATCH_STEP_EXECUTION TO allegiance_observer;
GRANT SELECT (JOB_EXECUTION_ID, PARAMETER_NAME, PARAMETER_VALUE)
    ON allegiance.BATCH_JOB_EXECUTION_PARAMS TO allegiance_observer;
