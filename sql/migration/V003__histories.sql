-- What is known of customers: their days, the products of those days, and the histories folded from them.

CREATE TABLE customer_day (
    customer_id           VARCHAR(64)    NOT NULL,
    business_date         DATE           NOT NULL,
    purchase_lines        INT            NOT NULL,
    return_lines          INT            NOT NULL,
    purchase_transactions INT            NOT NULL,
    purchase_amount       DECIMAL(19, 4) NULL COMMENT 'NULL where any amount of the purchases is unknown',
    return_amount         DECIMAL(19, 4) NULL COMMENT 'NULL where any amount of the returns is unknown',
    spend                 DECIMAL(19, 4) NULL COMMENT 'purchases less returns of the day, at least 0',
    quantity              DECIMAL(19, 3) NULL COMMENT 'NULL where any quantity of the purchases is unknown',
    discount_known_lines  INT            NOT NULL,
    full_price_lines      INT            NOT NULL,
    content_hash          BINARY(16)     NOT NULL COMMENT 'of this row and its products',
    PRIMARY KEY (customer_id, business_date),
    KEY customer_day_by_date (business_date, customer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE customer_product_day (
    customer_id     VARCHAR(64)    NOT NULL,
    business_date   DATE           NOT NULL,
    product         VARCHAR(64)    NOT NULL COMMENT 'empty where unknown',
    category        VARCHAR(64)    NOT NULL COMMENT 'empty where unknown',
    purchase_lines  INT            NOT NULL,
    purchase_amount DECIMAL(19, 4) NULL,
    quantity        DECIMAL(19, 3) NULL,
    PRIMARY KEY (customer_id, business_date, product, category)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row a customer with a customer_day up to history_state.as_of, as of that date, save those in history_due.
CREATE TABLE purchase_history (
    customer_id        VARCHAR(64)    NOT NULL,
    first_purchase_day DATE           NULL,
    last_purchase_day  DATE           NULL,
    purchase_days      INT            NOT NULL,
    purchase_days_365  INT            NOT NULL,
    spend_365          DECIMAL(19, 4) NULL COMMENT 'NULL where the spend of any of those days is unknown',
    repeat_spend_days  INT            NOT NULL COMMENT 'purchase days after the first with known spend above 0',
    repeat_spend       DECIMAL(19, 4) NOT NULL,
    PRIMARY KEY (customer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE history_due (
    customer_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (customer_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE history_state (
    one   TINYINT NOT NULL DEFAULT 1,
    as_of DATE    NULL,
    PRIMARY KEY (one)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO history_state (one, as_of) VALUES (1, NULL);
