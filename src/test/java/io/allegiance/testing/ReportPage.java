package io.allegiance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as it lies on disk: the page, and the JSON beside it. Every figure of the page says by a JSON pointer which figure
 * of the JSON it is.
 */
public final class ReportPage {

    private static final Pattern ELEMENT =
            Pattern.compile("<data value=\"([^\"]*)\" data-figure=\"([^\"]*)\">([^<]*)</data>");
    private static final Pattern COUNT =
            Pattern.compile("<text [^>]*data-figure=\"([^\"]*)\" data-value=\"([^\"]*)\">([^<]*)</text>");
    private static final Pattern MISSING =
            Pattern.compile("<em class=\"none\" data-figure=\"([^\"]*)\">no data: [^<]+</em>");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9,]+(\\.[0-9]+)?");

    private final String html;
    private final JsonNode json;

    private ReportPage(String html, JsonNode json) {
        this.html = html;
        this.json = json;
    }

    /** A page and what stands beside it. */
    public static ReportPage of(String html, String json) {
        return new ReportPage(html, new JsonMapper().readTree(json));
    }

    /** Reads the report of a date from a folder of reports. */
    public static ReportPage read(Path folder, String date) {
        try {
            return of(
                    Files.readString(folder.resolve("nightly-" + date + ".html"), StandardCharsets.UTF_8),
                    Files.readString(folder.resolve("nightly-" + date + ".json"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode json() {
        return json;
    }

    public String html() {
        return html;
    }

    /** Requires that the page shows the figures of the JSON, rounded for the eye and once each. */
    public ReportPage requireFiguresOfJson() {
        List<String> shown = new ArrayList<>();
        for (Matcher found = ELEMENT.matcher(html); found.find(); ) {
            String pointer = unescape(found.group(2));
            if (!pointer.isEmpty()) {
                shown.add(pointer);
                requireShown(pointer, unescape(found.group(1)), unescape(found.group(3)));
            }
        }
        for (Matcher found = COUNT.matcher(html); found.find(); ) {
            shown.add(unescape(found.group(1)));
            requireValue(unescape(found.group(1)), unescape(found.group(2)));
        }
        for (Matcher found = MISSING.matcher(html); found.find(); ) {
            shown.add(found.group(1));
            assertThat(json.at(found.group(1)).isNull())
                    .as(found.group(1) + " is null")
                    .isTrue();
        }
        shown.remove("/customers/all");
        assertThat(shown).as("figures of the page").hasSizeGreaterThan(50).doesNotHaveDuplicates();
        requireAllShown(Set.copyOf(shown));
        return this;
    }

    private void requireValue(String pointer, String value) {
        JsonNode node = json.at(pointer);
        assertThat(node.isMissingNode()).as(pointer + " is in the JSON").isFalse();
        if (node.isNumber()) {
            assertThat(new BigDecimal(value)).as(pointer).isEqualByComparingTo(node.decimalValue());
        } else {
            assertThat(value).as(pointer).isEqualTo(node.asString());
        }
    }

    private void requireShown(String pointer, String value, String shown) {
        if (pointer.endsWith("At") || pointer.endsWith("Until")) {
            // Jackson leaves out seconds that are 0 no other than LocalDateTime does.
            assertThat(json.at(pointer).asString()).as(pointer).startsWith(value.substring(0, 16));
            return;
        }
        requireValue(pointer, value);
        if (json.at(pointer).isNumber()) {
            BigDecimal number = new BigDecimal(value);
            boolean percent = shown.endsWith("%");
            boolean seconds = pointer.endsWith("Millis");
            BigDecimal exact = percent ? number.movePointRight(2) : seconds ? number.movePointLeft(3) : number;
            Matcher first = NUMBER.matcher(shown);
            assertThat(first.lookingAt()).as(pointer + ": " + shown).isTrue();
            BigDecimal read = new BigDecimal(first.group().replace(",", ""));
            assertThat(read).as(pointer).isEqualTo(exact.setScale(read.scale(), RoundingMode.HALF_EVEN));
        }
    }

    /** What a page may leave out: what identifies rows elsewhere, and counts of 0 where all of something is missing. */
    private void requireAllShown(Set<String> shown) {
        Set<String> hidden = new TreeSet<>();
        collectNumbers(json, "", hidden);
        hidden.removeAll(shown);
        hidden.removeIf(pointer -> pointer.matches("/publication/(runId|slot|customers|scored)")
                || pointer.equals("/readers/publication")
                || pointer.matches("/model/backtest/reliability/\\d+/(from|to)")
                || pointer.matches("/steps/\\d+/startedAfterMillis")
                || (pointer.matches("/(loyalty|nextBestCategory|benefits)/.*")
                        && json.at(pointer).decimalValue().signum() == 0));
        assertThat(hidden).as("numbers of the JSON that the page does not show").isEmpty();
    }

    private static void collectNumbers(JsonNode node, String pointer, Set<String> found) {
        if (node.isNumber()) {
            found.add(pointer);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collectNumbers(node.get(i), pointer + "/" + i, found);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collectNumbers(field.getValue(), pointer + "/" + field.getKey(), found);
            }
        }
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x3D;", "=")
                .replace("&#x60;", "`")
                .replace("&amp;", "&");
    }
}
