-- Further horizons: churn, expected purchases and expected value over more than one number of days. Their rows have the slot of the
-- publication that they belong to. The main horizon is no longer fixed for the database, so each publication keeps its own.

CREATE TABLE customer_score_horizon (
    slot               SMALLINT       NOT NULL,
    customer_id        VARCHAR(64)    NOT NULL,
    score_date         DATE           NOT NULL,
    horizon_days       SMALLINT       NOT NULL COMMENT 'h, one of allegiance.further-horizons',
    churn_probability  DECIMAL(7, 6)  NOT NULL COMMENT 'of no purchase day in the next h days',
    expected_purchases DECIMAL(12, 6) NOT NULL COMMENT 'purchase days in the next h days',
    expected_value     DECIMAL(19, 4) NULL COMMENT 'in the reporting currency; NULL where the expected spend is unknown',
    PRIMARY KEY (slot, customer_id, horizon_days)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
PARTITION BY LIST (slot) (
    PARTITION slot_00 VALUES IN (0),
    PARTITION slot_01 VALUES IN (1),
    PARTITION slot_02 VALUES IN (2),
    PARTITION slot_03 VALUES IN (3),
    PARTITION slot_04 VALUES IN (4),
    PARTITION slot_05 VALUES IN (5),
    PARTITION slot_06 VALUES IN (6),
    PARTITION slot_07 VALUES IN (7),
    PARTITION slot_08 VALUES IN (8),
    PARTITION slot_09 VALUES IN (9),
    PARTITION slot_10 VALUES IN (10),
    PARTITION slot_11 VALUES IN (11),
    PARTITION slot_12 VALUES IN (12),
    PARTITION slot_13 VALUES IN (13),
    PARTITION slot_14 VALUES IN (14),
    PARTITION slot_15 VALUES IN (15),
    PARTITION slot_16 VALUES IN (16),
    PARTITION slot_17 VALUES IN (17),
    PARTITION slot_18 VALUES IN (18),
    PARTITION slot_19 VALUES IN (19),
    PARTITION slot_20 VALUES IN (20),
    PARTITION slot_21 VALUES IN (21),
    PARTITION slot_22 VALUES IN (22),
    PARTITION slot_23 VALUES IN (23),
    PARTITION slot_24 VALUES IN (24),
    PARTITION slot_25 VALUES IN (25),
    PARTITION slot_26 VALUES IN (26),
    PARTITION slot_27 VALUES IN (27),
    PARTITION slot_28 VALUES IN (28),
    PARTITION slot_29 VALUES IN (29),
    PARTITION slot_30 VALUES IN (30),
    PARTITION slot_31 VALUES IN (31),
    PARTITION slot_32 VALUES IN (32),
    PARTITION slot_33 VALUES IN (33),
    PARTITION slot_34 VALUES IN (34),
    PARTITION slot_35 VALUES IN (35),
    PARTITION slot_36 VALUES IN (36),
    PARTITION slot_37 VALUES IN (37),
    PARTITION slot_38 VALUES IN (38),
    PARTITION slot_39 VALUES IN (39),
    PARTITION slot_40 VALUES IN (40),
    PARTITION slot_41 VALUES IN (41),
    PARTITION slot_42 VALUES IN (42),
    PARTITION slot_43 VALUES IN (43),
    PARTITION slot_44 VALUES IN (44),
    PARTITION slot_45 VALUES IN (45),
    PARTITION slot_46 VALUES IN (46),
    PARTITION slot_47 VALUES IN (47),
    PARTITION slot_48 VALUES IN (48),
    PARTITION slot_49 VALUES IN (49),
    PARTITION slot_50 VALUES IN (50),
    PARTITION slot_51 VALUES IN (51),
    PARTITION slot_52 VALUES IN (52),
    PARTITION slot_53 VALUES IN (53),
    PARTITION slot_54 VALUES IN (54),
    PARTITION slot_55 VALUES IN (55),
    PARTITION slot_56 VALUES IN (56),
    PARTITION slot_57 VALUES IN (57),
    PARTITION slot_58 VALUES IN (58),
    PARTITION slot_59 VALUES IN (59),
    PARTITION slot_60 VALUES IN (60),
    PARTITION slot_61 VALUES IN (61),
    PARTITION slot_62 VALUES IN (62),
    PARTITION slot_63 VALUES IN (63)
);

ALTER TABLE score_publication
    ADD COLUMN horizon_days   INT      NULL COMMENT 'H, which churn_probability and expected_value are over',
    ADD COLUMN horizon_digest CHAR(32) NULL COMMENT 'over its rows of customer_score_horizon; NULL where there are none';

-- Until now the first command that wrote fixed H.
UPDATE score_publication
SET horizon_days = (SELECT CAST(s.value AS SIGNED) FROM setting s WHERE s.name = 'horizon-days');

DELETE FROM setting
WHERE name = 'horizon-days';

CREATE VIEW current_customer_score_horizon AS
SELECT h.customer_id, h.score_date, h.horizon_days, h.churn_probability, h.expected_purchases, h.expected_value
FROM score_pointer p
JOIN customer_score_horizon h ON h.slot = p.slot
WHERE p.one = 1;
