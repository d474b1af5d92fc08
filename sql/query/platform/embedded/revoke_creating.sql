-- Takes the right to create the table of holds away again.
REVOKE CREATE ON allegiance.publication_hold FROM '${username}'@'127.0.0.1'
