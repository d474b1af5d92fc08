-- The schema that the program uses when nobody names another one.
CREATE DATABASE IF NOT EXISTS allegiance CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
