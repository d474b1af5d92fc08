-- Records that a transaction is cancelled.
INSERT INTO cancelled_transaction (transaction_id, import_id)
VALUES (?, ?)
