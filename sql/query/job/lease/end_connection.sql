-- Ends one connection of the server.
KILL ?
