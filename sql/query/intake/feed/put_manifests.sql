-- Inserts or replaces the manifest of one day.
REPLACE INTO feed_manifest (business_date, line_count, amount, import_id)
VALUES (?, ?, ?, ?)
