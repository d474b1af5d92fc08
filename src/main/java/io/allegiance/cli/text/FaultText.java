package io.allegiance.cli.text;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A fault of the program with where it happened, as text. */
public final class FaultText {

    private FaultText() {}

    /** Returns what Java prints of a fault, without tabs and without the end of its last line. */
    public static String of(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString().replace("\t", "    ").stripTrailing();
    }
}
