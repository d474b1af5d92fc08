-- What churn features need of a history, and what is known of a model beyond its document.

ALTER TABLE purchase_history
    ADD COLUMN gap_squares      BIGINT         NOT NULL DEFAULT 0 COMMENT 'sum of squared days between purchase days',
    ADD COLUMN purchase_days_90 INT            NOT NULL DEFAULT 0,
    ADD COLUMN spend_days       INT            NOT NULL DEFAULT 0 COMMENT 'purchase days with known spend',
    ADD COLUMN spend            DECIMAL(19, 4) NOT NULL DEFAULT 0,
    ADD COLUMN quantity_days    INT            NOT NULL DEFAULT 0 COMMENT 'purchase days with known quantity',
    ADD COLUMN quantity         DECIMAL(19, 3) NOT NULL DEFAULT 0;

-- Histories that stand lack the new columns, so all are due to be folded again.
INSERT IGNORE INTO history_due (customer_id)
SELECT customer_id
FROM purchase_history;

ALTER TABLE model_version
    ADD COLUMN decision        VARCHAR(1024) NULL COMMENT 'why it is ACTIVE or KEPT',
    ADD COLUMN comparison      MEDIUMTEXT    NULL COMMENT 'as JSON: its figures against those of the active model before it',
    ADD COLUMN promoted_by     VARCHAR(128)  NULL COMMENT 'who overruled the gate',
    ADD COLUMN promoted_reason VARCHAR(512)  NULL,
    ADD COLUMN promoted_at     DATETIME(3)   NULL;

ALTER TABLE score_publication
    ADD COLUMN model_note VARCHAR(1024) NULL COMMENT 'what the model fell back on; NULL where it did not';
