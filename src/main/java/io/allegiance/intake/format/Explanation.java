package io.allegiance.intake.format;

import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.Rejection;
import java.util.Map;

/** Adds to why a line was refused the vendor's column that it is about. */
final class Explanation {

    private static final int LONGEST = 255;

    private Explanation() {}

    static Rejection of(Rejection rejection, FileFormat format) {
        String detail = rejection.detail();
        for (Map.Entry<Column, ColumnMapping> mapped : format.columns().entrySet()) {
            String title = mapped.getKey().title();
            if (detail.startsWith(title + " ")) {
                String named =
                        title + " (" + mapped.getValue().source().describe() + ")" + detail.substring(title.length());
                return new Rejection(rejection.reason(), named.length() > LONGEST ? detail : named);
            }
        }
        return rejection;
    }
}
