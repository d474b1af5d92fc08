-- Those of the account and of its active roles.
SHOW GRANTS
