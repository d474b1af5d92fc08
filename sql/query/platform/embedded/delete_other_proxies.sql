-- Deletes all proxy rights: no account may act for another one.
DELETE FROM mysql.proxies_priv
