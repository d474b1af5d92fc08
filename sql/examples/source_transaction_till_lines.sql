-- The lines of your tills as the input, in one table with a business day:
--
--   shop.till_lines  receipt, line, card (empty without a card), booked_on, booked_at, kind (S sale, R return), cents,
--                    cents_off (less than full price), pieces, article, department, store
--
-- With business_date in the view the program selects by it; an index on (booked_on, card) avoids a sort. It must be the date
-- of occurred_at. Run this as the account that migrates; it needs SELECT on shop, the nightly account does not.
CREATE OR REPLACE VIEW source_transaction AS
SELECT CAST(t.receipt AS CHAR(64) CHARACTER SET utf8mb4) COLLATE utf8mb4_bin    AS transaction_id,
       CAST(t.line AS CHAR(64) CHARACTER SET utf8mb4) COLLATE utf8mb4_bin       AS line_key,
       TRIM(CAST(t.card AS CHAR(64) CHARACTER SET utf8mb4)) COLLATE utf8mb4_bin AS customer_id,
       t.booked_at                                                              AS occurred_at,
       CASE t.kind WHEN 'R' THEN 'RETURN' ELSE 'PURCHASE' END                   AS type,
       t.cents / 100                                                            AS amount,
       NULL                                                                     AS currency,
       t.pieces                                                                 AS quantity,
       t.cents_off / 100                                                        AS discount,
       t.department                                                             AS category,
       t.article                                                                AS product,
       t.store                                                                  AS store,
       NULL                                                                     AS channel,
       t.booked_on                                                              AS business_date
FROM shop.till_lines t;
