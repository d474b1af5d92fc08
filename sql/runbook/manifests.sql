-- What upstream announced for the last days, and what the program last read of them.
SELECT m.business_date, m.line_count AS announced_lines, b.line_count AS lines_taken_in, m.amount AS announced_amount,
       b.amount_sum AS amount_taken_in
FROM feed_manifest m
LEFT JOIN business_day b ON b.business_date = m.business_date
ORDER BY m.business_date DESC
LIMIT 14;
