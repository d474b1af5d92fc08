-- No account may act for another one.
DELETE FROM mysql.proxies_priv
