-- Gets the number of connections that are open on the server.
SHOW GLOBAL STATUS
WHERE Variable_name = 'Threads_connected'
