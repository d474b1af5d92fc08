package io.allegiance.report.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.allegiance.report.RunReport;
import io.allegiance.wording.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The template of the page, {@code templates/report.mustache}, and its parts below {@code templates/report}. Whatever comes
 * from data is escaped, and has no control characters; a name that the page does not know is an error.
 */
final class ReportTemplate {

    private static final Template TEMPLATE = Mustache.compiler()
            .withEscaper(text -> Escapers.HTML.escape(Printable.lines(text)))
            .withLoader(part -> new StringReader(read("report/" + part)))
            .compile(read("report"));

    private ReportTemplate() {}

    static String render(RunReport report) {
        return TEMPLATE.execute(Page.of(report));
    }

    private static String read(String name) {
        try (InputStream text = ReportTemplate.class.getResourceAsStream("/templates/" + name + ".mustache")) {
            if (text == null) {
                throw new IllegalStateException("there is no template " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
