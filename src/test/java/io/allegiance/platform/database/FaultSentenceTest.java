package io.allegiance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultSentenceTest {

    @Test
    void ownWordsAreRepeatedWithTheirPlace() {
        assertThat(FaultSentence.of(new RuntimeException("outer", new IllegalStateException("no room"))))
                .matches(
                        "IllegalStateException: no room at FaultSentenceTest\\.ownWords.* \\(FaultSentenceTest.java:[0-9]+\\)");
    }

    @Test
    void wordsOfOthersMayHoldDataAndAreNot() {
        try {
            Long.parseLong("customer 4711");
        } catch (NumberFormatException e) {
            assertThat(FaultSentence.of(e))
                    .startsWith("NumberFormatException at FaultSentenceTest.")
                    .doesNotContain("4711");
        }
        assertThat(FaultSentence.of(new SQLException("Duplicate entry 'customer 4711'", "23000", 1062)))
                .startsWith("SQLException (error 1062, state 23000) at ")
                .doesNotContain("4711");
    }

    @Test
    void errorsOfTheVirtualMachineAreRepeated() {
        assertThat(FaultSentence.of(new OutOfMemoryError("Java heap space")))
                .startsWith("OutOfMemoryError: Java heap space");
    }
}
