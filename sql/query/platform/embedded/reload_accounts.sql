-- Makes deletions from the account tables take effect.
FLUSH PRIVILEGES
