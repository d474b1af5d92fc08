-- Lets commands of other programs read the program's tables.
GRANT SELECT, SHOW VIEW ON allegiance.* TO '${username}'@'127.0.0.1'
