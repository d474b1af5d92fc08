-- Lists protocol and cipher of this connection; both are empty where it is not encrypted.
SHOW SESSION STATUS
WHERE Variable_name IN ('Ssl_version', 'Ssl_cipher')
