package io.allegiance.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.explain.Explanation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final String WHY = "P(alive) cannot be told from this history.";

    @Test
    void aliveIsANumberWhereItCanBeTold() {
        assertThat(print(new BigDecimal("0.958492"), null)).contains("churn 0.041514, P(alive) 0.958492");
    }

    @Test
    void aliveThatCannotBeToldIsSaidAndNotANumber() {
        assertThat(print(null, WHY))
                .contains("churn 0.041514, P(alive) cannot be told")
                .contains(WHY)
                .doesNotContain("null");
    }

    @Test
    void levelHasALineForEachSentence() {
        assertThat(print(null, WHY).lines())
                .containsSubsequence("level              It rises.", "                   It falls.");
    }

    private static String print(BigDecimal alive, String whyUnknown) {
        Explanation explanation = new Explanation(
                "C1",
                DATE,
                3,
                90,
                new Explanation.Model(
                        "2025-12-28-0123456789ab",
                        DATE,
                        "Fitted.",
                        whyUnknown == null ? List.of() : List.of(whyUnknown)),
                new Explanation.Purchases(2, 40, 100, alive, whyUnknown, new BigDecimal("0.041514")),
                new BigDecimal("0.035621"),
                new BigDecimal("0.035621"),
                null,
                List.of(),
                List.of(),
                Map.of(),
                null,
                new Explanation.Level(null, null, null, 100, 0, List.of("It rises.", "It falls.")));
        StringWriter text = new StringWriter();
        ExplanationText.print(explanation, new PrintWriter(text, true));
        return text.toString();
    }
}
