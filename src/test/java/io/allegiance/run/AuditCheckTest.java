package io.allegiance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditCheckTest {

    @Test
    void countsBalanceWhenTheyAreEqual() {
        assertThat(AuditCheck.equal("lines", 7, 7)).isEqualTo(new AuditCheck("lines", "7", "7", true));
        assertThat(AuditCheck.equal("lines", 7, 8)).isEqualTo(new AuditCheck("lines", "7", "8", false));
    }

    @Test
    void sumsBalanceByTheirValueAndToTheLastDigit() {
        assertThat(AuditCheck.equal("amounts", new BigDecimal("7.5"), new BigDecimal("7.5000"))
                        .balanced())
                .isTrue();
        assertThat(AuditCheck.equal("amounts", new BigDecimal("7.5"), new BigDecimal("7.5001")))
                .isEqualTo(new AuditCheck("amounts", "7.5", "7.5001", false));
    }

    @Test
    void whatDoesNotBalanceIsSaidAndNoMoreThanThreeOfIt() {
        AuditCheck good = AuditCheck.equal("rows", 1, 1);
        AuditCheck bad = AuditCheck.equal("lines", 7, 8);
        assertThat(AuditCheck.describeFailures(List.of(good, good))).isEmpty();
        assertThat(AuditCheck.describeFailures(List.of(good, bad))).contains("lines: expected 7, got 8");
        assertThat(AuditCheck.describeFailures(List.of(bad, bad, bad, bad)).orElseThrow())
                .isEqualTo("lines: expected 7, got 8; lines: expected 7, got 8; lines: expected 7, got 8");
    }
}
