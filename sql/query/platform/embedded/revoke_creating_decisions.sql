-- Takes the right to create the table of decisions away again.
REVOKE CREATE ON allegiance.decision FROM '${username}'@'127.0.0.1'
