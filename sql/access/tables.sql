-- Rights on single tables and views. Run as an administrator after the first 'jobs/allegiance migrate', and after each one that
-- adds tables: a right cannot be granted on a table that does not exist yet.
--
-- Rows are inserted whole, updated by column and deleted by table. What MySQL cannot tell apart is which rows: whoever may insert
-- scores could add some to a slot that is published, and whoever may move the pointer could move it. The digests of a publication
-- and the table decision show it.

-- Imports: lines and the small feeds, what became of their files, the marks that make nights read a day again, and the lease.
GRANT SELECT ON allegiance.business_day TO allegiance_import;
GRANT INSERT, DELETE ON allegiance.business_day_again TO allegiance_import;
GRANT SELECT, INSERT, DELETE ON allegiance.cancelled_line TO allegiance_import;
GRANT SELECT, INSERT, DELETE ON allegiance.cancelled_transaction TO allegiance_import;
GRANT SELECT, INSERT, DELETE ON allegiance.feed_manifest TO allegiance_import;
GRANT SELECT ON allegiance.flyway_schema_history TO allegiance_import;
GRANT SELECT, INSERT, DELETE ON allegiance.fx_rate TO allegiance_import;
GRANT SELECT, INSERT, UPDATE (already_landed, cancelled, content_sum, finished_at, first_day, landed, last_day,
    left_out, lines_read, rejected, replaced, rows_read)
    ON allegiance.import_file TO allegiance_import;
GRANT SELECT, INSERT, UPDATE (business_date, closed_at, closed_by, closed_how, detail, line_key, reason,
    transaction_id)
    ON allegiance.import_rejection TO allegiance_import;
GRANT INSERT ON allegiance.incident_change TO allegiance_import;
GRANT SELECT ON allegiance.model_version TO allegiance_import;
GRANT SELECT, INSERT, DELETE ON allegiance.referral TO allegiance_import;
GRANT SELECT ON allegiance.run TO allegiance_import;
GRANT SELECT ON allegiance.run_day TO allegiance_import;
GRANT SELECT ON allegiance.run_claim TO allegiance_import;
GRANT SELECT, INSERT, UPDATE (expires_at), DELETE ON allegiance.run_heartbeat TO allegiance_import;
GRANT SELECT, UPDATE (owner, taken_at, token) ON allegiance.run_lease TO allegiance_import;
GRANT SELECT ON allegiance.score_pointer TO allegiance_import;
GRANT SELECT ON allegiance.score_publication TO allegiance_import;
GRANT SELECT, INSERT, DELETE ON allegiance.service_incident TO allegiance_import;
GRANT SELECT, INSERT ON allegiance.setting TO allegiance_import;
GRANT SELECT ON allegiance.source_rejection TO allegiance_import;
GRANT SELECT ON allegiance.source_transaction TO allegiance_import;
GRANT SELECT, INSERT, DELETE ON allegiance.transaction_line TO allegiance_import;

-- Nights and trainings, and the workers that help them, beyond imports. They delete only what they compute again: nothing that was published, and no audit.
GRANT INSERT, UPDATE (ended_at) ON allegiance.backfill TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.business_day TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.customer_day TO allegiance_scheduled;
GRANT INSERT ON allegiance.customer_score TO allegiance_scheduled;
GRANT INSERT ON allegiance.customer_score_horizon TO allegiance_scheduled;
GRANT INSERT (decision_id, detail, given_name, kind, os_host, os_user, previous_hash, program_version, reason,
    subject)
    ON allegiance.decision TO allegiance_scheduled;
GRANT INSERT, UPDATE (customer_id, whole), DELETE ON allegiance.history_due TO allegiance_scheduled;
GRANT UPDATE (as_of, folded_with) ON allegiance.history_state TO allegiance_scheduled;
GRANT DELETE ON allegiance.incident_change TO allegiance_scheduled;
GRANT INSERT, UPDATE (comparison, decision, registered, state) ON allegiance.model_version TO allegiance_scheduled;
GRANT INSERT, UPDATE (as_of, calibration_error, churned, customers, group_kind, group_name, horizon_days,
    level_error, log_loss, mean_churn, model_version, observed_churn, publication, reason, run_id, score_date, within_interval)
    ON allegiance.publication_outcome TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.purchase_history TO allegiance_scheduled;
GRANT INSERT, UPDATE (backfill_id, build_id, configuration, configuration_hash, confirmed_at, confirmed_by, confirmed_date,
    confirmed_reason, earliest_date, ended_at, feeds_up_to, message, model_version, previous_publication, reporting_currency,
    slot, state, zone)
    ON allegiance.run TO allegiance_scheduled;
GRANT INSERT ON allegiance.run_audit TO allegiance_scheduled;
GRANT INSERT, UPDATE (attempts, claim_number, expires_at, failure, failure_code, state, taken_at, worker, worker_id), DELETE
    ON allegiance.run_claim TO allegiance_scheduled;
GRANT INSERT ON allegiance.run_closure TO allegiance_scheduled;
GRANT INSERT, UPDATE (refused_at_import) ON allegiance.run_day TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.run_day_count TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.run_progress TO allegiance_scheduled;
GRANT INSERT ON allegiance.run_range TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.run_threshold TO allegiance_scheduled;
GRANT INSERT, UPDATE (seen_at), DELETE ON allegiance.run_worker TO allegiance_scheduled;
GRANT UPDATE (publication, segment_sequence, slot) ON allegiance.score_pointer TO allegiance_scheduled;
GRANT INSERT ON allegiance.score_publication TO allegiance_scheduled;
GRANT UPDATE (run_id, state) ON allegiance.score_slot TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.segment_change_pending TO allegiance_scheduled;
GRANT INSERT ON allegiance.segment_summary TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.source_rejection TO allegiance_scheduled;
GRANT INSERT, UPDATE ON allegiance.BATCH_JOB_EXECUTION TO allegiance_scheduled;
GRANT INSERT, UPDATE ON allegiance.BATCH_JOB_EXECUTION_CONTEXT TO allegiance_scheduled;
GRANT INSERT ON allegiance.BATCH_JOB_EXECUTION_PARAMS TO allegiance_scheduled;
GRANT UPDATE ON allegiance.BATCH_JOB_EXECUTION_SEQ TO allegiance_scheduled;
GRANT INSERT, DELETE ON allegiance.BATCH_JOB_INSTANCE TO allegiance_scheduled;
GRANT UPDATE ON allegiance.BATCH_JOB_INSTANCE_SEQ TO allegiance_scheduled;
GRANT INSERT, UPDATE ON allegiance.BATCH_STEP_EXECUTION TO allegiance_scheduled;
GRANT INSERT, UPDATE ON allegiance.BATCH_STEP_EXECUTION_CONTEXT TO allegiance_scheduled;
GRANT UPDATE ON allegiance.BATCH_STEP_EXECUTION_SEQ TO allegiance_scheduled;

-- What people decide.
GRANT UPDATE (undo_started_at, undone_after_run, undone_at, undone_by, undone_reason, undone_rows)
    ON allegiance.import_file TO allegiance_nightly;
GRANT UPDATE (dismissed_by, dismissed_why) ON allegiance.import_rejection TO allegiance_nightly;
GRANT UPDATE (promoted_at, promoted_by, promoted_reason) ON allegiance.model_version TO allegiance_nightly;
GRANT INSERT, UPDATE (released_at, released_by) ON allegiance.publication_hold TO allegiance_nightly;
GRANT UPDATE (abandoned_by, abandoned_reason, forced_by, forced_reason) ON allegiance.run TO allegiance_nightly;
GRANT UPDATE (rolled_back_at, rolled_back_by, rolled_back_reason) ON allegiance.score_publication TO allegiance_nightly;

-- Earlier versions let nights replace audits.
GRANT DELETE ON allegiance.run_audit TO allegiance_nightly;
REVOKE DELETE ON allegiance.run_audit FROM allegiance_nightly;

-- Earlier versions wrote segment_change itself, which is a view now.
GRANT INSERT ON allegiance.segment_change TO allegiance_scheduled;
REVOKE INSERT ON allegiance.segment_change FROM allegiance_scheduled;
GRANT DELETE ON allegiance.segment_change TO allegiance_maintain;
REVOKE DELETE ON allegiance.segment_change FROM allegiance_maintain;

-- Slots of old publications: MySQL requires DROP to truncate a partition. Old runs, Spring Batch's records of them and, where
-- configured, the beginning of the feed of segment changes. Decisions are deleted by nobody.
GRANT DROP ON allegiance.customer_score TO allegiance_maintain;
GRANT DROP ON allegiance.customer_score_horizon TO allegiance_maintain;
GRANT DELETE ON allegiance.run TO allegiance_maintain;
GRANT DELETE ON allegiance.run_audit TO allegiance_maintain;
GRANT DELETE ON allegiance.run_closure TO allegiance_maintain;
GRANT DELETE ON allegiance.run_day TO allegiance_maintain;
GRANT DELETE ON allegiance.run_range TO allegiance_maintain;
GRANT UPDATE (retained) ON allegiance.score_publication TO allegiance_maintain;
GRANT SELECT, DELETE ON allegiance.segment_feed TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_JOB_EXECUTION TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_JOB_EXECUTION_CONTEXT TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_JOB_EXECUTION_PARAMS TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_STEP_EXECUTION TO allegiance_maintain;
GRANT DELETE ON allegiance.BATCH_STEP_EXECUTION_CONTEXT TO allegiance_maintain;

GRANT SELECT, INSERT, UPDATE, DELETE ON allegiance.feed_manifest TO allegiance_feeder;

-- Questions: publications, runs, models, scores and what a score is made of; no lines of trade.
GRANT SELECT ON allegiance.backfill TO allegiance_look;
GRANT SELECT ON allegiance.business_day TO allegiance_look;
GRANT SELECT ON allegiance.customer_day TO allegiance_look;
GRANT SELECT ON allegiance.customer_score TO allegiance_look;
GRANT SELECT ON allegiance.customer_score_horizon TO allegiance_look;
GRANT SELECT ON allegiance.decision TO allegiance_look;
GRANT SELECT ON allegiance.flyway_schema_history TO allegiance_look;
GRANT SELECT ON allegiance.history_state TO allegiance_look;
GRANT SELECT ON allegiance.import_file TO allegiance_look;
GRANT SELECT ON allegiance.model_version TO allegiance_look;
GRANT SELECT ON allegiance.publication_hold TO allegiance_look;
GRANT SELECT ON allegiance.publication_outcome TO allegiance_look;
GRANT SELECT ON allegiance.purchase_history TO allegiance_look;
GRANT SELECT ON allegiance.referral TO allegiance_look;
GRANT SELECT ON allegiance.run TO allegiance_look;
GRANT SELECT ON allegiance.run_audit TO allegiance_look;
GRANT SELECT ON allegiance.run_claim TO allegiance_look;
GRANT SELECT ON allegiance.run_closure TO allegiance_look;
GRANT SELECT ON allegiance.run_day TO allegiance_look;
GRANT SELECT ON allegiance.run_day_count TO allegiance_look;
GRANT SELECT ON allegiance.run_heartbeat TO allegiance_look;
GRANT SELECT ON allegiance.run_lease TO allegiance_look;
GRANT SELECT ON allegiance.run_progress TO allegiance_look;
GRANT SELECT ON allegiance.run_range TO allegiance_look;
GRANT SELECT ON allegiance.run_threshold TO allegiance_look;
GRANT SELECT ON allegiance.run_worker TO allegiance_look;
GRANT SELECT ON allegiance.score_pointer TO allegiance_look;
GRANT SELECT ON allegiance.score_publication TO allegiance_look;
GRANT SELECT ON allegiance.score_slot TO allegiance_look;
GRANT SELECT ON allegiance.segment_summary TO allegiance_look;
GRANT SELECT ON allegiance.service_incident TO allegiance_look;
GRANT SELECT ON allegiance.setting TO allegiance_look;
GRANT SELECT ON allegiance.BATCH_JOB_EXECUTION TO allegiance_look;
GRANT SELECT ON allegiance.BATCH_JOB_EXECUTION_PARAMS TO allegiance_look;
GRANT SELECT ON allegiance.BATCH_JOB_INSTANCE TO allegiance_look;
GRANT SELECT ON allegiance.BATCH_STEP_EXECUTION TO allegiance_look;

-- Published scores.
GRANT SELECT ON allegiance.current_customer_score TO allegiance_reader;
GRANT SELECT ON allegiance.current_customer_score_horizon TO allegiance_reader;
GRANT SELECT ON allegiance.customer_score_history TO allegiance_reader;
GRANT SELECT ON allegiance.segment_change TO allegiance_reader;
GRANT SELECT ON allegiance.score_freshness TO allegiance_reader;
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
GRANT SELECT ON allegiance.score_freshness TO allegiance_observer;
GRANT SELECT ON allegiance.segment_summary TO allegiance_observer;
GRANT SELECT ON allegiance.publication_outcome TO allegiance_observer;
GRANT SELECT (STEP_EXECUTION_ID, JOB_EXECUTION_ID, STEP_NAME, STATUS, START_TIME, END_TIME)
    ON allegiance.BATCH_STEP_EXECUTION TO allegiance_observer;
GRANT SELECT (JOB_EXECUTION_ID, PARAMETER_NAME, PARAMETER_VALUE)
    ON allegiance.BATCH_JOB_EXECUTION_PARAMS TO allegiance_observer;
