-- Finds the connection that holds a given name, if it is still open.
SELECT IS_USED_LOCK(CONCAT('allegiance-', LEFT(SHA2(DATABASE(), 256), 24), '-', ?, '-', ?)) AS connection_id
