package io.allegiance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.VendorExports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A made-up export in each vendor's own columns, and the same trade in our own format, give the same lines. */
class ShippedFormatsTest {

    @TempDir
    private Path folder;

    static List<VendorExports.Export> exports() {
        return VendorExports.all();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void anExportIsReadAsTheSameTradeInOurOwnFormat(VendorExports.Export export) throws IOException {
        MappedFile read = MappedFile.read(file("export", export.export()));
        MappedFile own = MappedFile.read(file("own", export.own()));
        assertThat(read.use().name()).as("recognised by its header").isEqualTo(export.format());
        assertThat(own.use().isOwn()).isTrue();
        assertThat(read.rejections()).isEmpty();
        assertThat(own.rejections()).isEmpty();
        assertThat(read.use().leftOut()).as("cancelled and test orders").isNotEmpty();
        assertThat(read.lines()).hasSizeGreaterThan(200).containsExactlyElementsOf(own.lines());
    }

    @ParameterizedTest
    @MethodSource("exports")
    void theTemplateOfOurOwnFormatReadsWhatTheProgramReads(VendorExports.Export export) throws IOException {
        Path own = file("own", export.own());
        FormatOptions template = new FormatOptions("jobs/formats/own.yaml", Map.of(), List.of(), null, null);
        assertThat(MappedFile.read(own, template).lines())
                .isEqualTo(MappedFile.read(own, FormatChoice.OWN).lines());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".csv"), text);
    }
}
