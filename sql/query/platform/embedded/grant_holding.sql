-- Lets 'hold' and 'release' write holds. A right on a table that is not there yet is given only together with the right to create it.
GRANT CREATE, INSERT, UPDATE ON allegiance.publication_hold TO '${username}'@'127.0.0.1'
