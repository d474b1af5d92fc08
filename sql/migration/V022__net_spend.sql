-- Returns reduce the spend of the purchase day that they belong to, whatever day they come on. So a day keeps which transactions were
-- bought, and what was returned of which transaction and product. What a day of before holds of returns names neither; they belong to
-- the customer's newest purchase day. Every history is folded again in the next night, because the program folds by other rules.

ALTER TABLE customer_day
    MODIFY COLUMN spend DECIMAL(19, 4) NULL COMMENT 'purchases less the discounts that came as returns of the same transaction; no return is taken off',
    ADD COLUMN receipts MEDIUMBLOB NULL
        COMMENT '8 bytes for each transaction bought, ascending: a hash of its id; NULL where nothing was bought, and in days taken in before V022',
    ADD COLUMN returns  MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'transaction:product:ten-thousandths of each, hashes in hexadecimal, 0 where unknown, with a space between; NULL for none';

UPDATE customer_day
SET spend   = purchase_amount,
    returns = CONCAT('0:0:', COALESCE(CAST(return_amount * 10000 AS SIGNED), ''))
WHERE return_lines > 0;
