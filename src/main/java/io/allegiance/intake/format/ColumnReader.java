package io.allegiance.intake.format;

/** Reads one of our columns from a row, in the form of {@link ByteText}; empty where it is blank. */
@FunctionalInterface
interface ColumnReader {

    String read(VendorRow row);
}
