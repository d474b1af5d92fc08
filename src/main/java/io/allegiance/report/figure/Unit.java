package io.allegiance.report.figure;

/** The unit of a figure. */
public enum Unit {
    /** A number of customers, lines, days. */
    COUNT,
    /** The reporting currency. */
    MONEY,
    /** A part of a whole, 0 to 1. */
    SHARE,
    /** By how much of itself something grew, -1 and more. */
    CHANGE,
    /** A mean or a multiple. */
    NUMBER
}
