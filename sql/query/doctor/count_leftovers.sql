-- Counts the slots that wait to be emptied and the customers whose history is due.
SELECT (SELECT COUNT(*) FROM score_slot WHERE state = 'SPENT') AS spent_slots,
       (SELECT COUNT(*) FROM history_due)                      AS histories_due
