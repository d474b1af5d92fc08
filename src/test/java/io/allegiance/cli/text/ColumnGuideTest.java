package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnGuideTest {

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyColumnOfAKindHasARow(ImportKind kind) {
        assertThat(ColumnGuide.rows(kind).stream().map(ColumnGuide.Row::column))
                .containsExactlyInAnyOrderElementsOf(kind.columns());
    }

    @ParameterizedTest
    @EnumSource
    void textSaysWhatIsRequired(ImportKind kind) {
        assertThat(kind.required())
                .allSatisfy(column ->
                        assertThat(ColumnGuide.of(kind)).containsPattern("  " + column.title() + " +required  \\S"));
    }

    @ParameterizedTest
    @EnumSource
    void exampleLands(ImportKind kind) throws IOException {
        Path file = Files.write(folder.resolve("example.csv"), ColumnGuide.exampleLines(kind));

        ImportReport report = SETTING.land(kind, file);

        assertThat(report.landed())
                .isEqualTo(ColumnGuide.exampleLines(kind).size() - 1L)
                .isEqualTo(report.linesRead());
    }
}
