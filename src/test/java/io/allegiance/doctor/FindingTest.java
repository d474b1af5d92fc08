package io.allegiance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.doctor.TableRight.Verb;
import io.allegiance.failure.AttentionException;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What checks conclude from what they are told. */
class FindingTest {

    @Test
    void aMessageIsPartedIntoWhatWasFoundAndTheMend() {
        assertThat(Finding.of("x", new AttentionException("the schema is too old: 1, and 2 is needed; run it")))
                .isEqualTo(Finding.fail("x", "the schema is too old: 1, and 2 is needed", "run it"));
        assertThat(Finding.of("x", new AttentionException("nothing answers: start the server")))
                .isEqualTo(Finding.fail("x", "nothing answers", "start the server"));
        assertThat(Finding.of("x", new AttentionException("odd")))
                .isEqualTo(Finding.fail("x", "odd", "correct what it names"));
    }

    @Test
    void clocksAreComparedWithinTheTimeThatAskingTook() {
        LocalDateTime noon = LocalDateTime.of(2025, 9, 30, 12, 0);
        assertThat(ClockCheck.secondsAhead(noon.plusSeconds(3), noon, noon.plusSeconds(9)))
                .isZero();
        assertThat(ClockCheck.secondsAhead(noon.minusHours(1), noon, noon.plusSeconds(1)))
                .isEqualTo(-3600);
        assertThat(ClockCheck.secondsAhead(noon.plusSeconds(61), noon, noon.plusSeconds(1)))
                .isEqualTo(60);

        assertThat(ClockCheck.compare(-5).verdict()).isEqualTo(Verdict.OK);
        assertThat(ClockCheck.compare(6).verdict()).isEqualTo(Verdict.WARN);
        assertThat(ClockCheck.compare(-60).verdict()).isEqualTo(Verdict.WARN);
        assertThat(ClockCheck.compare(-61).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ClockCheck.compare(-3600).found()).contains("3600 s behind this machine's");
    }

    @Test
    void aNightNeedsItsOwnRoomAndTheServers() {
        assertThat(SpaceCheck.judge("so", 100, 227).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(SpaceCheck.judge("so", 100, 228).verdict()).isEqualTo(Verdict.WARN);
        assertThat(SpaceCheck.judge("so", 100, 828).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void aGrantCountsOnItsTableItsSchemaOrEverything() {
        TableRight drop = new TableRight(Verb.DROP, "customer_score");
        assertThat(Grants.grantsRight("GRANT DROP ON `shop`.`customer_score` TO `a`@`%`", "shop", drop))
                .isTrue();
        assertThat(Grants.grantsRight("GRANT SELECT, DROP ON `shop`.* TO `a`@`%`", "shop", drop))
                .isTrue();
        assertThat(Grants.grantsRight("GRANT ALL PRIVILEGES ON `my\\_shop`.* TO `a`@`%`", "my_shop", drop))
                .isTrue();
        assertThat(Grants.grantsRight("GRANT ALL PRIVILEGES ON *.* TO `a`@`%` WITH GRANT OPTION", "shop", drop))
                .isTrue();
        assertThat(Grants.grantsRight("GRANT DROP ON `shop`.`run` TO `a`@`%`", "shop", drop))
                .isFalse();
        assertThat(Grants.grantsRight("GRANT DROP ON `other`.* TO `a`@`%`", "shop", drop))
                .isFalse();
        assertThat(Grants.grantsRight("GRANT DROP ROLE ON *.* TO `a`@`%`", "shop", drop))
                .isFalse();
        assertThat(Grants.grantsRight("GRANT USAGE ON *.* TO `a`@`%`", "shop", drop))
                .isFalse();
        assertThat(Grants.grantsRight("GRANT `keeper`@`%` TO `a`@`%`", "shop", drop))
                .isFalse();
    }

    @Test
    void aStatementTellsItsRights() {
        assertThat(rights("SELECT a FROM t JOIN (SELECT 1 FROM information_schema.tables) x JOIN u ON 1 = 1"))
                .containsExactly("SELECT on t", "SELECT on u");
        assertThat(rights("INSERT IGNORE INTO t (a)\nSELECT b\nFROM u"))
                .containsExactly("INSERT (a) on t", "SELECT on u");
        assertThat(rights("REPLACE INTO t (a, b) VALUES (?, ?)"))
                .containsExactly("INSERT (a) on t", "INSERT (b) on t", "DELETE on t");
        assertThat(rights("LOAD DATA LOCAL INFILE 'rows'\nREPLACE INTO TABLE t\nCHARACTER SET utf8mb4"))
                .containsExactly("INSERT on t", "DELETE on t");
        assertThat(rights("LOAD DATA LOCAL INFILE 'rows'\nINTO TABLE t\nFIELDS TERMINATED BY '\\t'\n(a,\n b)"))
                .containsExactly("INSERT (a) on t", "INSERT (b) on t");
        assertThat(rights("INSERT INTO t (a)\nVALUES (?)\nON DUPLICATE KEY UPDATE a = 1, b = VALUES(b)"))
                .containsExactly("INSERT (a) on t", "UPDATE (a) on t", "UPDATE (b) on t");
        assertThat(rights("UPDATE t\nSET a = 1, b = COALESCE(b, ?)\nWHERE c = 2"))
                .containsExactly("UPDATE (a) on t", "UPDATE (b) on t");
        assertThat(rights("UPDATE t x\nJOIN u ON u.a = x.a\nSET x.b = u.b\nLIMIT 5"))
                .containsExactly("UPDATE (b) on t", "SELECT on u");
        assertThat(rights("DELETE c\nFROM t c\nJOIN u ON 1 = 1"))
                .containsExactly("SELECT on t", "DELETE on t", "SELECT on u");
        assertThat(rights("ALTER TABLE t TRUNCATE PARTITION slot_00")).containsExactly("DROP on t");
    }

    private static Set<String> rights(String statement) {
        return StatementRights.of(statement).stream()
                .map(TableRight::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
