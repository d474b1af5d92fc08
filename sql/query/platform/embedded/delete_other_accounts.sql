-- Deletes all other accounts. The owner of the system views stays: it cannot log in.
DELETE FROM mysql.global_priv
WHERE NOT (User = '${username}' AND Host = '127.0.0.1') AND User <> 'mariadb.sys'
