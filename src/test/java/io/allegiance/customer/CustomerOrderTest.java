package io.allegiance.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CustomerOrderTest {

    /** Around every edge at which the order of UTF-16 and that of UTF-8 could part. */
    private static final int[] CODE_POINTS = {
        ' ', '0', '9', 'A', 'a', '~', 0x80, 0xe9, 0x7ff, 0x800, 0x4e00, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000,
        0x1f600, 0x1f6d2, 0x10ffff
    };

    @Test
    void theOrderIsThatOfTheBytesInUtf8() {
        List<String> ids =
                List.of("", "10", "9", "A", "a", "aa", "ab", "é", "客户", "\ue000", "\ufffd", "😀", "😀a", "😁");
        for (int i = 0; i < ids.size(); i++) {
            for (int j = 0; j < ids.size(); j++) {
                assertThat(Integer.signum(CustomerOrder.compare(ids.get(i), ids.get(j))))
                        .as("%s and %s", ids.get(i), ids.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void javasOwnOrderIsAnother() {
        assertThat("😀".compareTo("\uffff")).isNegative();
        assertThat(CustomerOrder.compare("😀", "\uffff")).isPositive();
    }

    @Test
    void randomIdsCompareAsTheirBytesDo() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            String a = id(random);
            String b = id(random);
            assertThat(Integer.signum(CustomerOrder.compare(a, b)))
                    .as("%s and %s", a, b)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(
                            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static String id(SplittableRandom random) {
        StringBuilder id = new StringBuilder();
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
            id.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
        }
        return id.toString();
    }
}
