-- Lists the customers with a line on a day and no customer day up to a date.
SELECT DISTINCT s.customer_id
FROM source_transaction s
WHERE s.business_date = ?                                                 -- with business_date
WHERE s.occurred_at >= ? AND s.occurred_at < DATE_ADD(?, INTERVAL 1 DAY)  -- without business_date
  AND s.customer_id <> ''
  AND NOT EXISTS (SELECT 1
                  FROM customer_day d
                  WHERE d.customer_id = s.customer_id AND d.business_date <= ?)
