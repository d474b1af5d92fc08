-- When the purchase days of a history were, as the churn features need it. The texts are those of RecentDays and PurchaseGaps. Every
-- history is folded again in the next night, because the program folds by other rules than before.

ALTER TABLE purchase_history
    ADD COLUMN recent_days VARCHAR(92)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
        COMMENT 'purchase days of the 365 days that end on the last one: four a hexadecimal digit, the latest first',
    ADD COLUMN gaps        VARCHAR(4096) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
        COMMENT 'open days between purchase days: lengths, ascending, with *count';
