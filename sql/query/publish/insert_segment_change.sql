-- Inserts one segment change. It does the same as load_segment_change for servers without LOAD DATA LOCAL.
INSERT INTO segment_change (publication, customer_id, from_segment, to_segment, changed_on)
VALUES (?, ?, ?, ?, ?)
