package io.allegiance.intake.preview;

import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.Rejection;
import java.util.Optional;

/** Something that a file does not tell and a person must. For one file and one thread. */
interface Doubt {

    /** Looks at a line that can be used. */
    default void addLine(LineFields fields) throws RejectedLineException {}

    /** Looks at what was refused of a line, white space around it left out. */
    default void addRefused(Rejection rejection, String text) {}

    /** Describes the doubt in a sentence with the option to type; empty where there is none. */
    Optional<String> describe();
}
