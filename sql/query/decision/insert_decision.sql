-- Appends a decision. The server fills in who is logged in, and when.
INSERT INTO decision (decision_id, kind, subject, detail, given_name, reason, os_user, os_host, program_version, previous_hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
