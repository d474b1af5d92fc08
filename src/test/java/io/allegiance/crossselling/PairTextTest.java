package io.allegiance.crossselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairTextTest {

    @Test
    void numbersAreWrittenAsTheirDescriptionSays() {
        PairCounts counts = new PairCounts(4);
        counts.set(1, 0, 100);
        counts.set(3, 0, 99);
        counts.set(3, 1, 399);
        // 1; a run of 3; 300 = 2 · 128 + 44; a run of 1
        assertThat(hex(PairText.write(counts, 100))).isEqualTo("01" + "0003" + "ac02" + "0001");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            int support = random.nextInt(1, 200);
            int sparse = random.nextInt(1, 40);
            PairCounts counts = new PairCounts(random.nextInt(40));
            for (int place = 0; place < counts.pairs(); place++) {
                counts.setAt(place, random.nextInt(sparse) > 0 ? 0 : random.nextInt(1 << random.nextInt(30)));
            }
            String text = PairText.write(counts, support);
            PairCounts back = PairText.read(text, counts.size(), support);
            for (int place = 0; place < counts.pairs(); place++) {
                assertThat(back.at(place)).isEqualTo(counts.at(place) < support ? 0 : counts.at(place));
            }
            assertThat(PairText.write(back, support)).isEqualTo(text);
        }
    }

    @Test
    void anotherTextIsRefused() {
        assertRefused("01", 3, "not those of 3 categories");
        assertRefused("01010101", 3, "not those of 3 categories");
        assertRefused("0004", 3, "not those of 3 categories");
        assertRefused("0000", 3, "not those of 3 categories");
        assertRefused("010180", 3, "amid a number");
        assertRefused("ffffffffffff", 2, "amid a number");
    }

    private static void assertRefused(String hex, int size, String reason) {
        String text = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairText.read(text, size, 1))
                .withMessageContaining(reason);
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
