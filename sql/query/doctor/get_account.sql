-- Gets the account and the schema of the session.
SELECT CURRENT_USER() AS account, DATABASE() AS schema_name
