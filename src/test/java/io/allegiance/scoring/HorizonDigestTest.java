package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.hash.HashFunction;
import io.allegiance.testing.Merges;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HorizonDigestTest {

    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    private static final List<byte[]> ROWS = List.of(
            row("a", new HorizonScore(30, 812_345, 250_001, 12_345L)),
            row("a", new HorizonScore(365, 0, 0, null)),
            row("b,\"", new HorizonScore(30, 1_000_000, 7, 0L)));

    @Test
    void partsAreMergedInAnyOrder() {
        List<Consumer<HorizonDigest>> rows = ROWS.stream()
                .map(row -> (Consumer<HorizonDigest>) digest -> digest.addRow(row))
                .toList();
        new Merges<HorizonDigest>(HorizonDigest::new, HorizonDigest::merge, all -> List.of(all.rows(), all.digest()))
                .assertLawsFor(rows);
    }

    @Test
    void aRowIsCsvWithNothingForNull() {
        assertThat(ROWS.stream().map(row -> new String(row, StandardCharsets.UTF_8)))
                .containsExactly(
                        "a,2025-12-31,30,0.812345,0.250001,1.2345",
                        "a,2025-12-31,365,0.000000,0.000000,",
                        "\"b,\"\"\",2025-12-31,30,1.000000,0.000007,0.0000");
        assertThat(HorizonRow.header())
                .isEqualTo("customer_id,score_date,horizon_days,churn_probability,expected_purchases,expected_value");
    }

    @Test
    void itIsTheSumOfTheHashesModulo128Bits() {
        BigInteger sum = BigInteger.ZERO;
        for (byte[] row : ROWS) {
            byte[] hash = HashFunction.SHA_256.newDigest().digest(row);
            sum = sum.add(new BigInteger(1, Arrays.copyOf(hash, 16)));
        }
        HorizonDigest digest = digest(ROWS);
        assertThat(new BigInteger(digest.digest().toString(), 16)).isEqualTo(sum.mod(BigInteger.ONE.shiftLeft(128)));
        assertThat(digest.rows()).isEqualTo(3);
    }

    @Test
    void partsInAnyOrderAddUpToTheWhole() {
        assertThat(digest(List.of(ROWS.get(2)))
                        .digest()
                        .plus(digest(List.of(ROWS.get(1), ROWS.get(0))).digest()))
                .isEqualTo(digest(ROWS).digest());
        assertThat(digest(List.of()).digest()).isEqualTo(RowDigest.ZERO);
    }

    @Test
    void figuresOutOfTheirRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HorizonScore(30, 1_000_001, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new HorizonScore(30, -1, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new HorizonScore(30, 1, -1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new HorizonScore(30, 1, 0, -1L));
    }

    private static HorizonDigest digest(List<byte[]> rows) {
        HorizonDigest digest = new HorizonDigest();
        rows.forEach(digest::addRow);
        return digest;
    }

    private static byte[] row(String customer, HorizonScore score) {
        return new HorizonRow().encode(customer, DATE, score).toBytes();
    }
}
