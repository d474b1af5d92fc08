package io.allegiance.intake.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What parts the fields of a text: what its header has most of. The lines behind the header do not matter.
 *
 * @param delimiter parts the fields
 * @param announced whether the first line says so in Excel's way, {@code sep=;}, and is not the header
 */
record DelimiterFinder(char delimiter, boolean announced) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final String ANNOUNCEMENT = "sep=";

    /**
     * Finds the delimiter.
     *
     * @param start of the text, each char a byte, with its header
     */
    static DelimiterFinder of(byte[] start, Optional<Character> given) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        Optional<Character> announced = findAnnounced(text);
        return new DelimiterFinder(given.or(() -> announced).orElseGet(() -> most(text)), announced.isPresent());
    }

    private static Optional<Character> findAnnounced(String text) {
        int end = ANNOUNCEMENT.length() + 1;
        boolean alone = text.length() == end || text.length() > end && "\r\n".indexOf(text.charAt(end)) >= 0;
        return alone && text.toLowerCase(Locale.ROOT).startsWith(ANNOUNCEMENT)
                ? Optional.of(text.charAt(end - 1))
                : Optional.empty();
    }

    private static char most(String text) {
        char best = CANDIDATES[0];
        int most = 1;
        for (char candidate : CANDIDATES) {
            int fields = fields(text, candidate);
            if (fields > most) {
                most = fields;
                best = candidate;
            } else if (fields == most && fields > 1) {
                best = CANDIDATES[0];
            }
        }
        return best;
    }

    private static int fields(String text, char delimiter) {
        return CsvRecords.settings(delimiter).build(new CsvLineHandler(), text).stream()
                .findFirst()
                .map(line -> line.fields().size())
                .orElse(0);
    }
}
