-- A lock of the server that ends with the connection: so a later holder can find the connections of a dead one.
SELECT GET_LOCK(CONCAT('allegiance-', LEFT(SHA2(DATABASE(), 256), 24), '-', ?, '-', ?), 0)
