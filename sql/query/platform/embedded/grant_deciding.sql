-- Lets 'hold' and 'release' record that they were decided: rows are added and never changed.
GRANT CREATE, INSERT ON allegiance.decision TO '${username}'@'127.0.0.1'
