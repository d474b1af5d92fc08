-- Only of those who are due by now: a change that lands meanwhile waits for the next time.
DELETE c
FROM incident_change c
JOIN history_due due ON due.customer_id = c.customer_id
