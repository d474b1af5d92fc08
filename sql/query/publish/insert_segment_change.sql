-- Inserts one segment change that readers do not see yet. It does the same as load_segment_change for servers without LOAD DATA LOCAL.
INSERT INTO segment_change_pending (sequence, publication, customer_id, from_segment, to_segment, changed_on)
VALUES (?, ?, ?, ?, ?, ?)
