-- Marks one customer's whole history as due.
INSERT INTO history_due (customer_id, whole)
VALUES (?, TRUE)
ON DUPLICATE KEY UPDATE whole = TRUE
