-- The number of lines of each of the last days, and the mean of that weekday before: what the audit gate compares.
SELECT d.business_date, DAYNAME(d.business_date) AS weekday, d.line_count, d.anonymous, d.rejected,
       (SELECT ROUND(AVG(w.line_count))
        FROM business_day w
        WHERE w.business_date >= d.business_date - INTERVAL 56 DAY
          AND w.business_date < d.business_date
          AND WEEKDAY(w.business_date) = WEEKDAY(d.business_date)) AS mean_of_that_weekday
FROM business_day d
ORDER BY d.business_date DESC
LIMIT 14;
