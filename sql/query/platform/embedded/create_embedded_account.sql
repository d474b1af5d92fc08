-- Creates an account of the embedded server with a new password at each start.
CREATE OR REPLACE USER '${username}'@'127.0.0.1' IDENTIFIED BY '${password}'
