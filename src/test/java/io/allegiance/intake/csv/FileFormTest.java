package io.allegiance.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileFormTest {

    @Test
    void ourOwnFormIsPlainUtf8WithCommas() {
        assertThat(FileForm.ofText("", StandardCharsets.UTF_8, ',').isOurs()).isTrue();
        assertThat(FileForm.ofText("", StandardCharsets.UTF_16LE, ',').isOurs()).isFalse();
        assertThat(FileForm.ofText("", StandardCharsets.UTF_8, '|').isOurs()).isFalse();
        assertThat(FileForm.ofText("gzip file", StandardCharsets.UTF_8, ',').isOurs())
                .isFalse();
        assertThat(FileForm.ofSheet("", "Orders", List.of()).isOurs()).isFalse();
    }

    @Test
    void aSentenceSaysWhatTheFileIs() {
        assertThat(FileForm.ofText("gzip file", StandardCharsets.UTF_8, ';').describe())
                .isEqualTo("a text in UTF-8, parted by semicolons, in a gzip file");
        assertThat(FileForm.ofText("", StandardCharsets.UTF_16LE, '\t').describe())
                .isEqualTo("a text in UTF-16LE, parted by tabs");
        assertThat(FileForm.ofText("", StandardCharsets.UTF_8, '|').describe())
                .isEqualTo("a text in UTF-8, parted by '|'");
        assertThat(FileForm.ofSheet("", "Orders", List.of("A", "B")).describe())
                .isEqualTo("a workbook of which the sheet 'Orders' is read and not 'A', 'B'");
    }
}
