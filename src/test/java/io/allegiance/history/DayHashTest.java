package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.purchase.Money;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Another hash of the same day would have every customer day that stands written anew. */
class DayHashTest {

    private static final Keys RECEIPTS = Keys.of(-1, 7);
    private static final DayReturns RETURNED =
            new DayReturns(5, Set.of(7L), List.of(new ReturnSum(1, 2, 3), new ReturnSum(4, 5, Money.UNKNOWN)));

    private final DayHash hash = new DayHash();

    @Test
    void itIsTheMd5OfTheNumbersAndTextsOfADay() throws Exception {
        List<ProductDay> many = IntStream.range(0, 300)
                .mapToObj(i ->
                        new ProductDay("product " + i, "décor 🛒", i, i % 3 == 0 ? Money.UNKNOWN : 10L * i, -5L * i))
                .toList();
        for (List<ProductDay> products : List.of(many, List.<ProductDay>of(), many.subList(0, 1))) {
            CustomerDay day = new CustomerDay(
                    "C",
                    LocalDate.of(2025, 12, 31),
                    3,
                    1,
                    2,
                    123_456L,
                    null,
                    Long.MAX_VALUE,
                    2,
                    1,
                    RECEIPTS,
                    RETURNED,
                    products);
            assertThat(hash.of(day)).isEqualTo(MessageDigest.getInstance("MD5").digest(bytes(day)));
        }
    }

    private static byte[] bytes(CustomerDay day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(day.purchaseLines());
        out.writeLong(day.returnLines());
        out.writeLong(day.purchaseTransactions());
        write(out, day.purchaseAmount());
        write(out, day.returnAmount());
        write(out, day.quantity());
        out.writeLong(day.discountKnownLines());
        out.writeLong(day.fullPriceLines());
        out.writeLong(5);
        out.writeLong(2);
        for (long number : new long[] {1, 2, 3, 4, 5, Money.UNKNOWN, -1, 7}) {
            out.writeLong(number);
        }
        for (ProductDay product : day.products()) {
            write(out, product.product());
            write(out, product.category());
            out.writeLong(product.purchaseLines());
            out.writeLong(product.purchaseAmount());
            out.writeLong(product.quantity());
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Long value) throws IOException {
        out.writeLong(value == null ? Long.MIN_VALUE : value);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeLong(encoded.length);
        out.write(encoded);
    }
}
