-- Which connection has a name, if it is still there.
SELECT IS_USED_LOCK(CONCAT('allegiance-', LEFT(SHA2(DATABASE(), 256), 24), '-', ?, '-', ?)) AS connection_id
