-- Records that incidents of a customer changed, so that the next run computes the customer's history again.
INSERT IGNORE INTO incident_change (customer_id)
VALUES (?)
