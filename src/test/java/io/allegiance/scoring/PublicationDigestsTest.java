package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.testing.Merges;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PublicationDigestsTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    private final List<CustomerScore> scores = scores();

    @Test
    void partsAreMergedInAnyOrder() {
        ExportRow row = new ExportRow();
        List<Consumer<PublicationDigests>> rows = scores.stream()
                .map(row::toEncoded)
                .map(each -> (Consumer<PublicationDigests>) digests -> digests.addRow(each))
                .toList();
        new Merges<PublicationDigests>(
                        PublicationDigests::new,
                        PublicationDigests::merge,
                        all -> List.of(all.rows(), all.rowDigest(), all.scoreDigest()))
                .assertLawsFor(rows);
    }

    @Test
    void isTheSumOfMd5OverTheRowsBytes() throws Exception {
        BigInteger sum = BigInteger.ZERO;
        for (CustomerScore score : scores) {
            byte[] row = new ExportRow().encode(score).toBytes();
            sum = sum.add(new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(row), 0, 16));
        }
        assertThat(new BigInteger(digests(scores).rowDigest().toString(), 16)).isEqualTo(sum.mod(MODULUS));
    }

    @Test
    void theScoreDigestIsThatOfTheRowWithoutTheThreeColumns() throws Exception {
        String row = "C000123,2025-12-31,2025-12-28-0a1b2c3d,2,4,5,0.812345,HIGH,0.000005,1.250000,49.3000,61.6250,"
                + "266.7701,50.00,100.00,0.00,0.05,12.34,,,99.99,0.50,TEA,LONG_GAP,FEW_PURCHASES,,SCORED";
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
        assertThat(digests(List.of(Scores.full("C000123"))).scoreDigest().toString())
                .isEqualTo(String.format("%032x", new BigInteger(1, sha256, 0, 16)));
    }

    @Test
    void theSegmentMovesTheRowDigestAlone() {
        CustomerScore before = Scores.full("C1");
        CustomerScore after = new CustomerScore(
                before.key(),
                before.segment().then("LOST", Scores.DATE),
                before.rfm(),
                before.churn(),
                before.value(),
                before.loyalty(),
                before.nextBestCategory(),
                before.reasons(),
                before.eligibility());
        PublicationDigests one = digests(List.of(before));
        PublicationDigests other = digests(List.of(after));
        assertThat(other.scoreDigest()).isEqualTo(one.scoreDigest());
        assertThat(other.rowDigest()).isNotEqualTo(one.rowDigest());
    }

    @Test
    void neitherOrderNorPartitionsMatter() {
        PublicationDigests whole = digests(scores);
        List<CustomerScore> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(5));
        PublicationDigests first = digests(shuffled.subList(0, 123));
        PublicationDigests second = digests(shuffled.subList(123, shuffled.size()));
        assertThat(first.rowDigest().plus(second.rowDigest())).isEqualTo(whole.rowDigest());
        assertThat(first.scoreDigest().plus(second.scoreDigest())).isEqualTo(whole.scoreDigest());
        assertThat(first.rows() + second.rows()).isEqualTo(whole.rows()).isEqualTo(scores.size());
    }

    @Test
    void twoEqualRowsAreNotTheSameAsNone() {
        CustomerScore score = Scores.full("C1");
        assertThat(digests(List.of(score, score)).rowDigest()).isNotEqualTo(RowDigest.ZERO);
        assertThat(digests(List.of()).rowDigest()).isEqualTo(RowDigest.ZERO);
    }

    @Test
    void additionCarriesAndWrapsAround() {
        RowDigest low = new RowDigest(0, -1);
        assertThat(low.plus(new RowDigest(0, 1))).isEqualTo(new RowDigest(1, 0));
        assertThat(new RowDigest(-1, -1).plus(new RowDigest(0, 1))).isEqualTo(RowDigest.ZERO);
        assertThat(low.plus(low)).isEqualTo(new RowDigest(1, -2));
    }

    @Test
    void isWrittenWithThirtyTwoDigitsAndReadBack() {
        assertThat(RowDigest.ZERO).hasToString("0".repeat(32));
        assertThat(new RowDigest(1, -1)).hasToString("0000000000000001ffffffffffffffff");
        RowDigest digest = digests(scores).rowDigest();
        assertThat(RowDigest.parse(digest.toString())).isEqualTo(digest);
        assertThatIllegalArgumentException().isThrownBy(() -> RowDigest.parse("0".repeat(31) + "G"));
    }

    private static PublicationDigests digests(List<CustomerScore> scores) {
        PublicationDigests digests = new PublicationDigests();
        ExportRow row = new ExportRow();
        scores.forEach(score -> digests.addRow(row.toEncoded(score)));
        return digests;
    }

    private static List<CustomerScore> scores() {
        SplittableRandom random = new SplittableRandom(3);
        List<CustomerScore> scores = new ArrayList<>(List.of(Scores.returnsOnly("C9")));
        for (int i = 0; i < 500; i++) {
            scores.add(Scores.random(random));
        }
        return scores;
    }
}
