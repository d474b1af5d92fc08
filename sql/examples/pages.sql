-- All scores, a page at a time, unaffected by a night that publishes meanwhile. Pin the publication (freshness.sql has its number),
-- and ask for the customers after the last one of the previous page.
SELECT customer_id, segment, churn_probability, expected_value
FROM customer_score_history
WHERE publication = 2
  AND customer_id > ''
ORDER BY customer_id
LIMIT 10000;
