package io.allegiance.intake.csv;

import io.allegiance.failure.UsageException;

/** Texts that are no tables, though their names may say so: pages and JSON. */
final class OtherText {

    private OtherText() {}

    /** @throws UsageException when a text begins as one of them does */
    static void refuse(String start, String name) {
        String text = start.stripLeading();
        if (text.startsWith("<")) {
            throw new UsageException("The file " + name
                    + " is a page of HTML or XML; open it in a spreadsheet and save it as .xlsx or CSV.");
        }
        if (text.startsWith("{") || text.startsWith("[{")) {
            throw new UsageException("The file " + name + " is JSON; export it as CSV.");
        }
    }
}
