-- Whatever the installation or anybody else left; the owner of the system views has to stay, it cannot log in.
DELETE FROM mysql.global_priv
WHERE NOT (User = '${username}' AND Host = '127.0.0.1') AND User <> 'mariadb.sys'
