-- All scores, a page at a time, unmoved by a night that publishes meanwhile: pin the publication (freshness.sql tells its
-- number), and ask for what comes after the last customer of the page before.
SELECT customer_id, segment, churn_probability, expected_value
FROM customer_score_history
WHERE publication = 2
  AND customer_id > ''
ORDER BY customer_id
LIMIT 10000;
