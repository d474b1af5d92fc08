-- Names the connection by a lock of the server that ends with it, so that a later holder finds the connections of a dead one.
SELECT GET_LOCK(CONCAT('allegiance-', LEFT(SHA2(DATABASE(), 256), 24), '-', ?, '-', ?), 0)
