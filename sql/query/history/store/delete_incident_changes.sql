-- Deletes the incident changes of customers who are marked as due. A change of another customer arrived later and stays.
DELETE c
FROM incident_change c
JOIN history_due due ON due.customer_id = c.customer_id
