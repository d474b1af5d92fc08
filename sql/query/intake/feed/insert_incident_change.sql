-- The customer's history must be folded anew.
INSERT IGNORE INTO incident_change (customer_id)
VALUES (?)
