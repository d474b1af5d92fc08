package io.allegiance.platform.load;

/**
 * One bulk load in two forms that mean the same.
 *
 * @param load {@code LOAD DATA LOCAL INFILE 'rows' ... CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\t' ESCAPED BY '\\'
 *     LINES TERMINATED BY '\n' (...)}, with the character set {@code binary} for bytes that are not text: texts, which
 *     come in UTF-8, then need columns of utf8mb4
 * @param insert the twin for servers that refuse local streams: {@code INSERT INTO ... VALUES (?, ...)}, or
 *     {@code REPLACE INTO}, or {@code INSERT IGNORE INTO}, with one tuple of placeholders at its end
 * @param duplicates what both do with a key that is there already
 */
public record BulkStatement(String load, String insert, OnDuplicateKey duplicates) {}
