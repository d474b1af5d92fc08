package io.allegiance.intake.format;

/** Reads a number from a row. */
@FunctionalInterface
interface FigureReader {

    Figure read(VendorRow row);
}
