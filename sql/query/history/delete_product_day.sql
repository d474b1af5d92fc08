DELETE FROM customer_product_day
WHERE customer_id = ? AND business_date = ?
