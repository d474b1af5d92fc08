INSERT IGNORE INTO history_due (customer_id)
VALUES (?)
