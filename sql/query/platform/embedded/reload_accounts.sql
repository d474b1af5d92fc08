-- Makes the deletions from the account tables count.
FLUSH PRIVILEGES
