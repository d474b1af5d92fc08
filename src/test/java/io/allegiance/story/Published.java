package io.allegiance.story;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code nightly} says that it published. */
record Published(int customers, String scoreDigest, String rowDigest) {

    private static final Pattern SENTENCE = Pattern.compile("published (\\d+) customers? of \\d{4}-\\d\\d-\\d\\d"
            + " \\(publication \\d+, model \\S+, score digest ([0-9a-f]{32}), row digest ([0-9a-f]{32})\\)");

    static Published of(String stdout) {
        Matcher matcher = SENTENCE.matcher(stdout);
        if (!matcher.find()) {
            throw new AssertionError("no publication in: " + stdout);
        }
        return new Published(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
    }
}
