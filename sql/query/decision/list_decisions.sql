-- Lists all decisions, oldest first.
SELECT decision_id, kind, subject, detail, given_name, reason, os_user, os_host, program_version, previous_hash, database_user,
       database_client, decided_at
FROM decision
ORDER BY decision_id
