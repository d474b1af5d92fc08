-- The embedded server's one account, with a password made anew at each start.
CREATE OR REPLACE USER '${username}'@'127.0.0.1' IDENTIFIED BY '${password}'
