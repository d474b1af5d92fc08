INSERT INTO segment_change (publication, customer_id, from_segment, to_segment, changed_on)
VALUES (?, ?, ?, ?, ?)
