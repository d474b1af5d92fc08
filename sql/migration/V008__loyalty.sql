-- What the dimensions of loyalty need of a history, and what makes a history due beyond the customer's own days.

ALTER TABLE purchase_history
    ADD COLUMN discount_known_lines INT            NOT NULL DEFAULT 0,
    ADD COLUMN full_price_lines     INT            NOT NULL DEFAULT 0,
    ADD COLUMN recent_spend_days    INT            NOT NULL DEFAULT 0 COMMENT 'with known spend, in the last 365 days',
    ADD COLUMN recent_spend         DECIMAL(19, 4) NOT NULL DEFAULT 0,
    ADD COLUMN prior_spend_days     INT            NOT NULL DEFAULT 0 COMMENT 'likewise in the 365 days before those',
    ADD COLUMN prior_spend          DECIMAL(19, 4) NOT NULL DEFAULT 0,
    ADD COLUMN incidents            INT            NOT NULL DEFAULT 0 COMMENT 'days with an incident or a return, H days old or older',
    ADD COLUMN forgiven             INT            NOT NULL DEFAULT 0 COMMENT 'those with a purchase day within H days after',
    ADD COLUMN repeatable_lines     INT            NOT NULL DEFAULT 0 COMMENT 'lines of known products after the first such day',
    ADD COLUMN rebought_lines       INT            NOT NULL DEFAULT 0 COMMENT 'those of products bought on a day before',
    ADD COLUMN category_lines       INT            NOT NULL DEFAULT 0,
    ADD COLUMN categories           INT            NOT NULL DEFAULT 0,
    ADD COLUMN effective_categories DECIMAL(12, 6) NOT NULL DEFAULT 0 COMMENT 'e to the entropy of the categories',
    ADD COLUMN category_names       MEDIUMTEXT     NULL COMMENT 'in order, the unit separator U+001F between them';

-- What the histories were folded with, apart from their date: with anything else all of them are due.
ALTER TABLE history_state
    ADD COLUMN folded_with CHAR(32) NULL;

-- Customers of incidents that landed or changed since the histories were last moved: their histories are due.
CREATE TABLE incident_change (
    customer_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (customer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

ALTER TABLE service_incident
    ADD KEY service_incident_by_time (occurred_at, customer_id);
