package io.allegiance.report.page;

/** A figure with what it is. */
record Fact(String label, Value value) {}
