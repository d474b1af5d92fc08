package io.allegiance.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.RejectionReason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A sale that comes again with other lines is not counted twice: it has grown, or it is refused until it is replaced. */
@Tag("database")
class ConflictingSalesTest {

    private static final String IDS = "transaction_id,customer_id,occurred_at,amount,product";
    private static final String KEYS = "transaction_id,line_key,customer_id,occurred_at,amount,product";
    private static final String NONE = "customer_id,occurred_at,amount,product";
    private static final String AT = "2023-12-06 10:00:00";

    @AutoClose
    private static final ImportSetting SETTING = new ImportSetting();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        SETTING.empty();
    }

    private ImportReport land(String... lines) throws IOException {
        return SETTING.land(ImportKind.TRANSACTION, ImportSetting.file(folder, lines));
    }

    private ImportReport replace(String... lines) throws IOException {
        return SETTING.replace(ImportKind.TRANSACTION, ImportSetting.file(folder, lines));
    }

    private static BigDecimal total(String customer) {
        return SETTING.client
                .sql("SELECT SUM(amount) FROM transaction_line WHERE customer_id = ?")
                .param(customer)
                .query(BigDecimal.class)
                .single()
                .setScale(0);
    }

    private static void requireOneRefused(ImportReport report) {
        assertThat(report.rejectedByReason()).containsOnly(Map.entry(RejectionReason.CONFLICTING_CONTENT, 1L));
    }

    @Test
    void anEditedOrderIsRefusedAndTheOtherOrdersLand() throws IOException {
        land(IDS, "5001,c1," + AT + ",100,SHIRT", "5001,c1," + AT + ",50,BELT", "5002,c2," + AT + ",80,SHIRT");
        String[] edited = {
            IDS,
            "5001,c1," + AT + ",90,SHIRT",
            "5001,c1," + AT + ",50,BELT",
            "5002,c2," + AT + ",80,SHIRT",
            "5003,c3," + AT + ",30,BELT"
        };

        ImportReport report = land(edited);

        requireOneRefused(report);
        assertThat(report.landed()).isEqualTo(1);
        assertThat(report.alreadyLanded()).isEqualTo(2);
        assertThat(total("c1")).isEqualTo("150");
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', line_number, detail) FROM import_rejection"))
                .singleElement()
                .asString()
                .startsWith("2 transaction_id: ")
                .contains("--replace")
                .doesNotContain("c1");

        ImportReport right = replace(edited);
        assertThat(right.rejected()).isZero();
        assertThat(right.closed()).isEqualTo(1);
        assertThat(total("c1")).isEqualTo("140");
        assertThat(land(edited).alreadyLanded()).isEqualTo(4);
    }

    @Test
    void anEditedSaleWithoutIdsIsRefusedUntilItIsReplaced() throws IOException {
        land(NONE, "c1," + AT + ",100,SHIRT", "c1," + AT + ",50,BELT", "c2," + AT + ",80,SHIRT");
        String[] edited = {
            NONE, "c1," + AT + ",90,SHIRT", "c1," + AT + ",50,BELT", "c2," + AT + ",80,SHIRT", "c3," + AT + ",30,BELT"
        };

        ImportReport report = land(edited);

        requireOneRefused(report);
        assertThat(report.landed()).isEqualTo(1);
        assertThat(total("c1")).isEqualTo("150");
        assertThat(SETTING.texts("SELECT detail FROM import_rejection").get(0))
                .startsWith("customer_id, occurred_at: ");

        ImportReport right = replace(edited);
        assertThat(right.closed()).isEqualTo(1);
        assertThat(right.replaced()).isEqualTo(4);
        assertThat(total("c1")).isEqualTo("140");
        assertThat(total("c3")).isEqualTo("30");
        assertThat(land(edited).alreadyLanded()).isEqualTo(4);
    }

    @Test
    void anOrderThatGrewLandsItsNewLinesAndAPartOfItNothing() throws IOException {
        land(IDS, "1,c1," + AT + ",100,SHIRT");

        assertThat(land(IDS, "1,c1," + AT + ",50,BELT", "1,c1," + AT + ",100,SHIRT")
                        .landed())
                .isEqualTo(1);
        ImportReport part = land(IDS, "1,c1," + AT + ",50,BELT");

        assertThat(part.alreadyLanded()).isEqualTo(1);
        assertThat(total("c1")).isEqualTo("150");
    }

    @Test
    void aReturnOnAnotherDayUnderTheSameIdLands() throws IOException {
        land(IDS, "1,c1," + AT + ",100,SHIRT");

        assertThat(land(IDS, "1,c1,2023-12-09 09:00:00,-100,SHIRT", "2,c1,2023-12-09 09:00:00,5,TIE")
                        .landed())
                .isEqualTo(2);
        assertThat(land(IDS, "1,c1," + AT + ",-40,SHIRT").landed())
                .as("on the same day")
                .isEqualTo(1);
    }

    @Test
    void salesOfACustomerWithADateAloneOrOfNobodyCannotBeToldApart() throws IOException {
        land(NONE, "c1,2023-12-06,100,SHIRT", "," + AT + ",100,SHIRT");

        ImportReport report = land(NONE, "c1,2023-12-06,90,SHIRT", "," + AT + ",90,SHIRT");

        assertThat(report.landed()).isEqualTo(2);
        assertThatThrownBy(() -> replace(NONE, "c1," + AT + ",90,SHIRT", "c1,2023-12-06,90,SHIRT"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--replace needs a column transaction_id")
                .hasMessageContaining("line 3 has neither")
                .hasMessageContaining("--undo");
    }

    @Test
    void aFileWithoutIdsAfterOneWithIdsAndTheReverseAreRefused() throws IOException {
        land(IDS, "1,c1," + AT + ",100,SHIRT");
        requireOneRefused(land(NONE, "c1," + AT + ",90,SHIRT"));
        requireOneRefused(land(NONE, "c1," + AT + ",100,SHIRT"));
        assertThat(land(NONE, "c1,2023-12-06 10:00:00.001,7,TIE").landed()).isEqualTo(1);

        land(NONE, "c2," + AT + ",100,SHIRT");
        requireOneRefused(land(IDS, "2,c2," + AT + ",90,SHIRT"));
        requireOneRefused(land(KEYS, "3,1,c2," + AT + ",100,SHIRT"));
        assertThat(total("c2")).isEqualTo("100");

        assertThat(replace(IDS, "2,c2," + AT + ",90,SHIRT").replaced()).isEqualTo(1);
        assertThat(total("c2")).isEqualTo("90");
        assertThat(replace(NONE, "c2," + AT + ",80,SHIRT").replaced()).isEqualTo(1);
        assertThat(total("c2")).isEqualTo("80");
    }

    @Test
    void lineKeysAfterNoneAndTheReverseAreRefusedAndTwoGivenKeysAreTwoLines() throws IOException {
        land(IDS, "1,c1," + AT + ",100,SHIRT");
        requireOneRefused(land(KEYS, "1,a,c1," + AT + ",100,SHIRT"));

        land(KEYS, "2,a,c2," + AT + ",100,SHIRT");
        requireOneRefused(land(IDS, "2,c2," + AT + ",90,SHIRT"));
        assertThat(land(KEYS, "2,b,c2," + AT + ",7,TIE").landed()).isEqualTo(1);
        assertThat(total("c2")).isEqualTo("107");
    }

    @Test
    void theLinesOfAnOrderMayBeFarApart() throws IOException {
        land(IDS, "1,c1," + AT + ",100,SHIRT", "2,c2," + AT + ",100,SHIRT");
        List<String> lines = new ArrayList<>(List.of(IDS, "1,c1," + AT + ",50,BELT", "2,c2," + AT + ",50,BELT"));
        for (int i = 0; i < 45_000; i++) {
            lines.add("T" + i + ",x," + AT + ",1,TIE");
        }
        lines.add("1,c1," + AT + ",100,SHIRT");
        lines.add("2,c2," + AT + ",90,SHIRT");

        ImportReport report = land(lines.toArray(String[]::new));

        assertThat(report.landed()).isEqualTo(45_001);
        assertThat(report.alreadyLanded()).isEqualTo(1);
        assertThat(report.rejectedByReason()).containsOnly(Map.entry(RejectionReason.CONFLICTING_CONTENT, 2L));
        assertThat(total("c1")).isEqualTo("150");
        assertThat(total("c2")).isEqualTo("100");
        assertThat(SETTING.texts("SELECT CONCAT_WS(' ', lines_read, landed, already_landed, rejected) FROM import_file"
                        + " ORDER BY import_id DESC LIMIT 1"))
                .containsExactly("45004 45001 1 2");
    }

    @Test
    void aReplayDoesNotLandWhatItsFileWasRefusedFor() throws IOException {
        land(IDS, "1,c1," + AT + ",100,SHIRT");
        land(IDS, "1,c1," + AT + ",90,SHIRT");

        ReplayReport report = SETTING.replay();

        assertThat(report.waitingByReason()).containsOnly(Map.entry(RejectionReason.CONFLICTING_CONTENT, 1L));
        assertThat(total("c1")).isEqualTo("100");
        SETTING.client.sql("DELETE FROM transaction_line").update();
        assertThat(SETTING.replay().landed()).isEqualTo(1);
    }

    /** Loses the connection, so to speak, in a transaction: after its work and before its commit. */
    private static final class LosingItsConnection extends TransactionTemplate {

        private static final long serialVersionUID = 1;

        private final int at;
        private int transactions;

        LosingItsConnection(int at) {
            super(new JdbcTransactionManager(SETTING.dataSource()));
            this.at = at;
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            super.executeWithoutResult(status -> {
                action.accept(status);
                if (++transactions == at) {
                    throw new IllegalStateException("lost");
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void killedAnywhereTheSameCommandComesToTheSame(int at) throws IOException {
        Path first = ImportSetting.file(
                folder, IDS, "1,c1," + AT + ",100,SHIRT", "2,c2," + AT + ",100,SHIRT", "3,c3," + AT + ",100,SHIRT");
        List<String> lines = new ArrayList<>(List.of(IDS, "1,c1," + AT + ",50,BELT", "2,c2," + AT + ",50,BELT"));
        for (int i = 0; i < 25_000; i++) {
            lines.add("T" + i + ",x," + AT + ",1,TIE");
        }
        lines.addAll(List.of("1,c1," + AT + ",100,SHIRT", "2,c2," + AT + ",90,SHIRT", "1,c1," + AT + ",1,TIE"));
        Path second = ImportSetting.file(folder, lines.toArray(String[]::new));
        SETTING.land(ImportKind.TRANSACTION, first);
        SETTING.land(ImportKind.TRANSACTION, second);
        List<String> expected = SETTING.landed();
        SETTING.empty();
        SETTING.land(ImportKind.TRANSACTION, first);
        FileImport failing = new FileImport(
                SETTING.dataSource(), new LosingItsConnection(at), ImportSetting.SETTINGS, ImportSetting.CLOCK);

        assertThatThrownBy(() ->
                        failing.land(new ImportRequest(ImportKind.TRANSACTION, second, false), ImportProgress.NONE))
                .hasMessage("lost");
        ImportReport again = SETTING.land(ImportKind.TRANSACTION, second);

        assertThat(SETTING.landed()).isEqualTo(expected);
        assertThat(again.rejectedByReason()).containsOnly(Map.entry(RejectionReason.CONFLICTING_CONTENT, 2L));
        assertThat(SETTING.texts("SELECT line_number FROM import_rejection WHERE closed_at IS NULL ORDER BY 1"))
                .containsExactly("3", "25005");
    }

    /** Of orders that come again, whole, edited, grown or in part, each stays what it was, or grows, and never mixes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noOrderIsEverAMixtureOfTwoVersions(long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, List<String>> orders = new TreeMap<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = random.nextBoolean() ? "T" + i : "";
            List<String> old = lines(id, i, 1 + random.nextInt(4), random);
            List<String> now = new ArrayList<>(old);
            switch (random.nextInt(4)) {
                case 0 -> now.add(line(id, i, 100));
                case 1 -> now.set(0, line(id, i, 200));
                case 2 -> now.subList(0, random.nextInt(now.size())).clear();
                default -> {}
            }
            before.addAll(old);
            after.addAll(now);
            orders.put("c" + i, hasAll(now, old) ? now : old);
        }
        Collections.shuffle(before, random);
        Collections.shuffle(after, random);
        before.add(0, IDS);
        after.add(0, IDS);

        land(before.toArray(String[]::new));
        land(after.toArray(String[]::new));

        orders.forEach((customer, lines) -> assertThat(total(customer))
                .as(customer)
                .isEqualTo(BigDecimal.valueOf(lines.stream()
                        .mapToLong(line -> Long.parseLong(line.split(",")[3]))
                        .sum())));
    }

    private static boolean hasAll(List<String> lines, List<String> others) {
        return others.stream()
                .allMatch(line -> Collections.frequency(lines, line) >= Collections.frequency(others, line));
    }

    private static List<String> lines(String id, int order, int count, Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(id, order, 1 + random.nextInt(3)));
        }
        return lines;
    }

    private static String line(String id, int order, int amount) {
        return id + ",c" + order + "," + AT + "," + amount + ",p";
    }
}
