package io.allegiance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Browser;
import io.allegiance.testing.Commands;
import io.allegiance.testing.ReportPage;
import io.allegiance.testing.TestDatabase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a night, opened from disk, of a shop whose customers and categories have names that mean harm. */
@Tag("browser")
class ReportInBrowserTest {

    private static final LocalDate OPENING = LocalDate.of(2025, 1, 1);
    private static final LocalDate NIGHT = OPENING.plusDays(199);
    private static final List<String> EVIL = List.of(
            "<script>document.title='harm'</script>", "\"onload=\"document.title='harm'", "&amp;&lt;b&gt;", "{{date}}");
    private static final String EVIL_CATEGORY = "<img src=x onerror=\"document.title='harm'\">";

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    @AutoClose
    private static Browser browser;

    @BeforeAll
    static void publishANight() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
        Commands commands = Commands.on(SCHEMA, folder.resolve("home"));
        commands.succeed("import", trade().toString());
        commands.succeed("train", "--as-of", NIGHT.minusDays(1).toString());
        commands.succeed("nightly", "--date", NIGHT.minusDays(1).toString());
        commands.succeed("nightly", "--date", NIGHT.toString());
    }

    /** 300 customers who come up to six times; every third never bought of the category that goes with what they bought. */
    private static Path trade() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("customer_id,transaction_ts,amount,quantity,category_or_sku,transaction_id,type");
        for (int customer = 0; customer < 300; customer++) {
            String id = customer < EVIL.size() ? EVIL.get(customer) : "C" + customer;
            int visits = 1 + customer % 6;
            for (int visit = 0; visit < visits; visit++) {
                LocalDate day = OPENING.plusDays((customer * 37 + visit * (11 + customer % 17)) % 200);
                String amount = customer < EVIL.size() ? "9000" : Integer.toString(10 + customer % 50);
                lines.add(String.join(",", quoted(id), day.toString(), amount, "1", "Tea", customer + "-" + visit, ""));
                if (customer % 3 != 0) {
                    lines.add(String.join(
                            ",",
                            quoted(id),
                            day.toString(),
                            "5",
                            "1",
                            quoted(EVIL_CATEGORY),
                            customer + "-" + visit,
                            ""));
                }
            }
        }
        return Files.write(folder.resolve("trade.csv"), lines);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @ParameterizedTest(name = "{0} pixels wide")
    @CsvSource({"360, 800", "1280, 900"})
    void rendersWithoutErrorsAndFitsItsWindow(int width, int height) throws IOException {
        Path page = folder.resolve("home/reports/nightly-" + NIGHT + ".html");
        browser.open(page, width, height);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().containsOnly(page.toUri().toString());
        assertThat(browser.ask("document.title")).isEqualTo("Allegiance: the night of " + NIGHT);
        assertThat((Long) browser.ask("document.documentElement.scrollWidth"))
                .as("nothing sticks out")
                .isLessThanOrEqualTo(width);
        assertThat((Long)
                        browser.ask("[...document.querySelectorAll('h1, h2')].filter(h => h.offsetHeight > 0).length"))
                .as("headings that can be seen")
                .isEqualTo(10);
        assertThat((Long) browser.ask("document.querySelectorAll('svg').length"))
                .isGreaterThan(10);
        assertThat((Long)
                        browser.ask("[...document.querySelectorAll('svg')].filter(s => !s.getBoundingClientRect().width"
                                + " || !s.getBoundingClientRect().height).length"))
                .as("drawings without a size")
                .isZero();
        assertThat((Long) browser.ask("[...document.querySelectorAll('svg.plot')].filter(s =>"
                        + " !s.querySelector('title') || !s.querySelector('desc').textContent).length"))
                .as("plots that say nothing to those who do not see them")
                .isZero();
        assertThat((Long) browser.ask("document.querySelectorAll('script, img, link, iframe').length"))
                .isZero();
        requirePicture(Path.of("target", "report-" + width + ".png"), width);
    }

    private static void requirePicture(Path file, int width) throws IOException {
        browser.photograph(file);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(width);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < picture.getWidth(); x += 2) {
            for (int y = 0; y < picture.getHeight(); y += 2) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(colours).as("colours of %s", file).hasSizeGreaterThan(20);
    }

    @Test
    void whatCustomersAndCategoriesAreCalledIsText() {
        browser.open(folder.resolve("home/reports/nightly-" + NIGHT + ".html"), 1280, 900);
        Object shown = browser.ask("document.body.innerText");
        assertThat(shown.toString()).contains(EVIL).contains(EVIL_CATEGORY);
        ReportPage page = ReportPage.read(folder.resolve("home/reports"), NIGHT.toString());
        assertThat(page.html()).doesNotContain("<script").doesNotContain("<img");
        assertThat(page.json()
                        .get("customersToSave")
                        .valueStream()
                        .map(each -> each.get("customerId").asString()))
                .containsAll(EVIL);
        page.requireFiguresOfJson();
    }
}
