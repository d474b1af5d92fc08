package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PredictionRowTest {

    @Test
    void rowsAreWrittenAsTheExportWritesScores() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PredictionRow row = new PredictionRow();
        LocalDate cutOff = LocalDate.of(2011, 9, 1);
        row.encode(cutOff, "Smith, \"Jo\" é", 0.0078125, 12.0234375).writeTo(out);
        row.encode(cutOff, "7", 1, 0).writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("2011-09-01,\"Smith, \"\"Jo\"\" é\",0.007812,12.023438\n2011-09-01,7,1.000000,0.000000\n");
    }
}
