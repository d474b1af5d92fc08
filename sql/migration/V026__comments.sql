-- What each published table and column means, for those who look at the schema instead of the documentation. The definitions of the
-- columns are those that they have, so both servers change the comments alone, at once, however many rows there are.

ALTER TABLE customer_score
    COMMENT = 'The scores of customers: one row is a customer in a publication, in the slot of that publication. Read current_customer_score or customer_score_history.',
    MODIFY COLUMN slot               SMALLINT       NOT NULL COMMENT 'the slot of the publication: score_publication.slot',
    MODIFY COLUMN customer_id        VARCHAR(64)    NOT NULL COMMENT 'as in the lines of trade, compared exactly',
    MODIFY COLUMN score_date         DATE           NOT NULL COMMENT 'the day that the score is of',
    MODIFY COLUMN model_version      VARCHAR(48)    NULL COMMENT 'the model that computed the score: its as-of date and a hash of its content',
    MODIFY COLUMN segment            VARCHAR(32)    NOT NULL COMMENT 'by the rules in jobs/segments.yaml; NO_PURCHASE for customers who only returned goods',
    MODIFY COLUMN previous_segment   VARCHAR(32)    NULL COMMENT 'the segment before segment_since; NULL where the customer had no other',
    MODIFY COLUMN segment_since      DATE           NOT NULL COMMENT 'the score date since which the customer is in this segment',
    MODIFY COLUMN recency_score      TINYINT        NULL COMMENT '1 (the fifth of the customers who bought longest ago) to 5; NULL without a purchase',
    MODIFY COLUMN frequency_score    TINYINT        NULL COMMENT '1 to 5 (the fifth with most purchase days in the last 365 days); NULL without a purchase',
    MODIFY COLUMN monetary_score     TINYINT        NULL COMMENT '1 to 5 (the fifth with the greatest net spend in the last 365 days); NULL where spend is unknown',
    MODIFY COLUMN churn_probability  DECIMAL(7, 6)  NULL COMMENT 'probability of no purchase day in the next H days, H being score_publication.horizon_days',
    MODIFY COLUMN churn_band         VARCHAR(8)     NULL COMMENT 'LOW, MEDIUM or HIGH: the churn probability by the configured edges',
    MODIFY COLUMN probability_alive  DECIMAL(7, 6)  NULL COMMENT 'probability that the customer is still active at all, by the purchase model; NULL where it cannot be told',
    MODIFY COLUMN expected_purchases DECIMAL(12, 6) NULL COMMENT 'expected purchase days in the next H days',
    MODIFY COLUMN expected_spend     DECIMAL(19, 4) NULL COMMENT 'expected net spend of a purchase day, in the reporting currency; NULL where spend is unknown',
    MODIFY COLUMN expected_value     DECIMAL(19, 4) NULL COMMENT 'expected net spend in the next H days, in the reporting currency',
    MODIFY COLUMN value_at_risk      DECIMAL(19, 4) NULL COMMENT 'what churn would take away of the next H days, in the reporting currency',
    MODIFY COLUMN loyalty_score      DECIMAL(5, 2)  NULL COMMENT '0 to 100: the weighted mean of those of the next eight that are known',
    MODIFY COLUMN repeat_score       DECIMAL(5, 2)  NULL COMMENT '0 to 100: comes again, often and regularly',
    MODIFY COLUMN volume_score       DECIMAL(5, 2)  NULL COMMENT '0 to 100: buys much at a time',
    MODIFY COLUMN breadth_score      DECIMAL(5, 2)  NULL COMMENT '0 to 100: buys across categories',
    MODIFY COLUMN commitment_score   DECIMAL(5, 2)  NULL COMMENT '0 to 100: buys at full price, keeps the rhythm, is not overdue',
    MODIFY COLUMN advocacy_score     DECIMAL(5, 2)  NULL COMMENT '0 to 100: brought others who bought; NULL without referrals',
    MODIFY COLUMN forgiveness_score  DECIMAL(5, 2)  NULL COMMENT '0 to 100: came back after returns and incidents; NULL without one that is H days old',
    MODIFY COLUMN spend_growth_score DECIMAL(5, 2)  NULL COMMENT '0 to 100: spends more each time than the year before; NULL without both years',
    MODIFY COLUMN brand_score        DECIMAL(5, 2)  NULL COMMENT '0 to 100: buys the same products again; NULL before the second purchase day',
    MODIFY COLUMN next_best_category VARCHAR(64)    NULL COMMENT 'the category to offer, of those that the customer has not bought; NULL where unknown',
    MODIFY COLUMN reason_1           VARCHAR(32)    NULL COMMENT 'what most makes the churn differ from the average customer''s: a feature, then + (raises churn) or - (lowers it)',
    MODIFY COLUMN reason_2           VARCHAR(32)    NULL COMMENT 'the second strongest reason, as reason_1',
    MODIFY COLUMN reason_3           VARCHAR(32)    NULL COMMENT 'the third strongest reason, as reason_1',
    MODIFY COLUMN eligibility        VARCHAR(12)    NOT NULL COMMENT 'SCORED; NO_PURCHASE for customers who only returned goods; NO_MODEL where no model was there';

ALTER TABLE customer_score_horizon
    COMMENT = 'The scores over further horizons: one row is a customer and a horizon in a publication. Read current_customer_score_horizon.',
    MODIFY COLUMN slot               SMALLINT       NOT NULL COMMENT 'the slot of the publication: score_publication.slot',
    MODIFY COLUMN customer_id        VARCHAR(64)    NOT NULL COMMENT 'as in the lines of trade, compared exactly',
    MODIFY COLUMN score_date         DATE           NOT NULL COMMENT 'the day that the score is of',
    MODIFY COLUMN horizon_days       SMALLINT       NOT NULL COMMENT 'h, the number of days that the row is over',
    MODIFY COLUMN churn_probability  DECIMAL(7, 6)  NOT NULL COMMENT 'probability of no purchase day in the next h days',
    MODIFY COLUMN expected_purchases DECIMAL(12, 6) NOT NULL COMMENT 'expected purchase days in the next h days',
    MODIFY COLUMN expected_value     DECIMAL(19, 4) NULL COMMENT 'expected net spend in the next h days, in the reporting currency; NULL where the expected spend is unknown';

ALTER TABLE score_publication
    COMMENT = 'The publications: one row is the scores of one night as they were published, whether they are still kept or not.',
    MODIFY COLUMN publication        BIGINT        NOT NULL COMMENT 'its number, which grows',
    MODIFY COLUMN score_date         DATE          NOT NULL COMMENT 'the day that its scores are of; a day may be published again',
    MODIFY COLUMN run_id             BIGINT        NOT NULL COMMENT 'the run that published it',
    MODIFY COLUMN slot               SMALLINT      NOT NULL COMMENT 'where its rows are, or were while retained',
    MODIFY COLUMN model_version      VARCHAR(48)   NULL COMMENT 'the model that computed its scores: its as-of date and a hash of its content',
    MODIFY COLUMN customers          BIGINT        NOT NULL COMMENT 'customers in it',
    MODIFY COLUMN scored             BIGINT        NOT NULL COMMENT 'those of them with a churn probability',
    MODIFY COLUMN score_digest       CHAR(32)      NOT NULL COMMENT 'over all columns but segment, previous_segment and segment_since: the same input and model give the same',
    MODIFY COLUMN row_digest         CHAR(32)      NOT NULL COMMENT 'over all columns',
    MODIFY COLUMN published_at       DATETIME(3)   NOT NULL COMMENT 'when readers first saw it, in UTC',
    MODIFY COLUMN good_until         DATETIME(3)   NOT NULL COMMENT 'when a newer one is overdue, in UTC; counts from the age of data and model',
    MODIFY COLUMN forced_by          VARCHAR(128)  NULL COMMENT 'who published it although the audit gate held it; NULL where it passed the gate',
    MODIFY COLUMN forced_reason      VARCHAR(512)  NULL COMMENT 'the reason of that person',
    MODIFY COLUMN rolled_back_at     DATETIME(3)   NULL COMMENT 'when readers were taken back to an earlier one, in UTC; NULL where they were not',
    MODIFY COLUMN rolled_back_by     VARCHAR(128)  NULL COMMENT 'who took it back',
    MODIFY COLUMN rolled_back_reason VARCHAR(512)  NULL COMMENT 'the reason of that person',
    MODIFY COLUMN retained           BOOLEAN       NOT NULL DEFAULT TRUE COMMENT 'whether its rows are still there; FALSE once its slot was emptied',
    MODIFY COLUMN model_note         VARCHAR(1024) NULL COMMENT 'what the model fell back on; NULL where it did not',
    MODIFY COLUMN mean_churn_low     DECIMAL(7, 6) NULL COMMENT 'lower end of the interval in which the observed churn of its customers is expected; NULL where the model gives none',
    MODIFY COLUMN mean_churn_high    DECIMAL(7, 6) NULL COMMENT 'upper end of that interval',
    MODIFY COLUMN day_note           VARCHAR(1024) NULL COMMENT 'who confirmed an unusual day, or that it is a configured closure; NULL for a usual day',
    MODIFY COLUMN horizon_days       INT           NULL COMMENT 'H, the number of days that its churn_probability and expected_value are over',
    MODIFY COLUMN horizon_digest     CHAR(32)      NULL COMMENT 'over its rows of customer_score_horizon; NULL where there are none',
    MODIFY COLUMN newest_data        DATE          NULL COMMENT 'the newest day with a line, up to score_date',
    MODIFY COLUMN model_as_of        DATE          NULL COMMENT 'the last day that the model knows',
    MODIFY COLUMN stale_reason       VARCHAR(512)  NULL COMMENT 'why the scores are stale although they are published; NULL where they are not';

ALTER TABLE score_pointer
    COMMENT = 'The one row that says which publication readers see.',
    MODIFY COLUMN one         TINYINT  NOT NULL DEFAULT 1 COMMENT 'always 1',
    MODIFY COLUMN publication BIGINT   NULL COMMENT 'the publication that readers see; NULL before the first',
    MODIFY COLUMN slot        SMALLINT NULL COMMENT 'its slot';

ALTER TABLE score_slot
    COMMENT = 'The slots: which partitions of customer_score and customer_score_horizon are free, in use, or to be emptied.',
    MODIFY COLUMN slot   SMALLINT   NOT NULL COMMENT 'the number of the partition',
    MODIFY COLUMN state  VARCHAR(8) NOT NULL COMMENT 'FREE: empty; TAKEN: written by run_id; SPENT: to be emptied by maintain',
    MODIFY COLUMN run_id BIGINT     NULL COMMENT 'the run that writes or wrote it; NULL where it is free';

ALTER TABLE segment_change
    COMMENT = 'The feed of segment changes: applied from its beginning it gives the segments that readers see. Read it by the growing sequence.',
    MODIFY COLUMN sequence     BIGINT      NOT NULL AUTO_INCREMENT COMMENT 'grows; a reader resumes after the last one that it has read',
    MODIFY COLUMN publication  BIGINT      NOT NULL COMMENT 'the publication that readers were moved to',
    MODIFY COLUMN customer_id  VARCHAR(64) NOT NULL COMMENT 'the customer who changed segment',
    MODIFY COLUMN from_segment VARCHAR(32) NULL COMMENT 'NULL where readers did not see the customer before',
    MODIFY COLUMN to_segment   VARCHAR(32) NULL COMMENT 'NULL where readers no longer see the customer',
    MODIFY COLUMN changed_on   DATE        NOT NULL COMMENT 'the score date of that publication';

ALTER TABLE segment_summary
    COMMENT = 'The segments of each publication: one row is a segment in a publication.',
    MODIFY COLUMN publication            BIGINT         NOT NULL COMMENT 'the publication',
    MODIFY COLUMN segment                VARCHAR(32)    NOT NULL COMMENT 'the segment',
    MODIFY COLUMN score_date             DATE           NOT NULL COMMENT 'the day that the scores are of',
    MODIFY COLUMN customers              BIGINT         NOT NULL COMMENT 'customers in the segment',
    MODIFY COLUMN mean_churn_probability DECIMAL(7, 6)  NULL COMMENT 'mean of their churn probabilities; NULL where none has one',
    MODIFY COLUMN value_at_risk          DECIMAL(24, 4) NULL COMMENT 'sum of theirs, in the reporting currency',
    MODIFY COLUMN expected_value         DECIMAL(24, 4) NULL COMMENT 'sum of theirs, in the reporting currency';

ALTER TABLE publication_outcome
    COMMENT = 'Past publications against what happened: one row is a group of customers of a publication, predicted and observed.',
    MODIFY COLUMN publication       BIGINT        NOT NULL COMMENT 'the publication',
    MODIFY COLUMN group_kind        VARCHAR(12)   NOT NULL COMMENT 'ALL, SEGMENT, BAND or FREQUENCY',
    MODIFY COLUMN group_name        VARCHAR(32)   NOT NULL COMMENT 'ALL, a segment, a churn band, or a range of repeat purchases',
    MODIFY COLUMN score_date        DATE          NOT NULL COMMENT 'the day that the scores are of',
    MODIFY COLUMN model_version     VARCHAR(48)   NULL COMMENT 'the model that computed the scores',
    MODIFY COLUMN horizon_days      INT           NULL COMMENT 'H of its model; NULL where there is a reason',
    MODIFY COLUMN customers         BIGINT        NOT NULL COMMENT 'those compared, at most 100,000',
    MODIFY COLUMN churned           BIGINT        NOT NULL COMMENT 'those of them without a purchase day in the H days after score_date',
    MODIFY COLUMN mean_churn        DECIMAL(7, 6) NULL COMMENT 'mean of their churn probabilities',
    MODIFY COLUMN observed_churn    DECIMAL(7, 6) NULL COMMENT 'churned / customers; NULL below 30 customers, and so the next three',
    MODIFY COLUMN log_loss          DECIMAL(9, 6) NULL COMMENT 'in nats; less is better',
    MODIFY COLUMN calibration_error DECIMAL(7, 6) NULL COMMENT 'mean distance of mean_churn from observed_churn over tenths of the probability; of ALL alone',
    MODIFY COLUMN level_error       DECIMAL(9, 6) NULL COMMENT 'logit of observed_churn - logit of mean_churn; of ALL alone',
    MODIFY COLUMN within_interval   BOOLEAN       NULL COMMENT 'of ALL alone: observed_churn is in the interval of the publication',
    MODIFY COLUMN reason            VARCHAR(255)  NULL COMMENT 'why there are no figures; NULL where there are',
    MODIFY COLUMN as_of             DATE          NOT NULL COMMENT 'as-of date of the training that recorded it',
    MODIFY COLUMN run_id            BIGINT        NOT NULL COMMENT 'the run of that training';
