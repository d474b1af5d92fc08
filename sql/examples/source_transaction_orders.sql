-- Your orders as the input, in two tables:
--
--   shop.orders       order_number, customer_number (NULL for a guest), ordered_at, currency
--   shop.order_items  order_number, position, sku, category, quantity (below 0 for goods that came back), unit_price, rebate
--
-- Every column of the contract must be there, NULL where you have no value. occurred_at is in the configured zone; an index on it
-- helps, because the program asks for one day at a time. The collation makes ids compare as bytes. Run this as the account that
-- migrates; it needs SELECT on shop, the nightly account does not.
CREATE OR REPLACE VIEW source_transaction AS
SELECT CAST(o.order_number AS CHAR(64) CHARACTER SET utf8mb4) COLLATE utf8mb4_bin          AS transaction_id,
       CAST(i.position AS CHAR(64) CHARACTER SET utf8mb4) COLLATE utf8mb4_bin              AS line_key,
       TRIM(CAST(o.customer_number AS CHAR(64) CHARACTER SET utf8mb4)) COLLATE utf8mb4_bin AS customer_id,
       o.ordered_at                                                                        AS occurred_at,
       CASE WHEN i.quantity < 0 THEN 'RETURN' ELSE 'PURCHASE' END                          AS type,
       ABS(i.quantity) * i.unit_price - COALESCE(i.rebate, 0)                              AS amount,
       o.currency                                                                          AS currency,
       ABS(i.quantity)                                                                     AS quantity,
       i.rebate                                                                            AS discount,
       i.category                                                                          AS category,
       i.sku                                                                               AS product,
       NULL                                                                                AS store,
       NULL                                                                                AS channel
FROM shop.orders o
JOIN shop.order_items i ON i.order_number = o.order_number;
