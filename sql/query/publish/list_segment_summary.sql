-- Lists the segments of a publication, largest first.
SELECT segment, customers, mean_churn_probability, value_at_risk, expected_value
FROM segment_summary
WHERE publication = ?
ORDER BY customers DESC, segment
