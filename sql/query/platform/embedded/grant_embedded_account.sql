-- Grants all rights to the account of the embedded server that its owner uses, because the program migrates that database itself.
GRANT ALL PRIVILEGES ON *.* TO '${username}'@'127.0.0.1' WITH GRANT OPTION
