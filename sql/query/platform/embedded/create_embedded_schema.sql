-- Creates the schema that the program uses by default.
CREATE DATABASE IF NOT EXISTS allegiance CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
