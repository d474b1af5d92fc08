-- Lists the grants of the account and of its active roles.
SHOW GRANTS
