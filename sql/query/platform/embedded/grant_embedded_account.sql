-- The program migrates its own embedded database, so the account may do everything.
GRANT ALL PRIVILEGES ON *.* TO '${username}'@'127.0.0.1' WITH GRANT OPTION
