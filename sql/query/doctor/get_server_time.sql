-- Gets the server's time, the session's offset from UTC, and a time that some zones skip: it shows whether the session converts.
SELECT UTC_TIMESTAMP(6)                                       AS utc,
       TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())          AS seconds_from_utc,
       CAST('2025-03-30 02:30:00.125' AS DATETIME(3))         AS skipped
