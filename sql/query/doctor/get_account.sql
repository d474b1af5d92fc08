SELECT CURRENT_USER() AS account, DATABASE() AS schema_name
