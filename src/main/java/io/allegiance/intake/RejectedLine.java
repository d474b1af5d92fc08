package io.allegiance.intake;

/** A refused line as it is quarantined. */
record RejectedLine(CsvLine source, Rejection rejection) {}
