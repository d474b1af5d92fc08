package io.allegiance.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {

    @ParameterizedTest
    @CsvSource({
        "0.125, 2, 12",
        "0.375, 2, 38",
        "-0.125, 2, -12",
        "-0.375, 2, -38",
        "2.5, 0, 2",
        "3.5, 0, 4",
        // No ties: these doubles lie just below or above their decimals.
        "0.145, 2, 14",
        "0.45, 1, 5",
        "1.005, 2, 100",
        "0.285, 2, 28",
        "2.675, 2, 267",
        "1.115, 2, 111",
        "0, 6, 0",
        "-0.0, 6, 0",
        "4.9e-324, 6, 0",
        "1, 6, 1000000",
        "0.9999995, 6, 1000000",
        "0.9999994, 6, 999999",
        "922337203685477.5, 4, 9223372036854775000",
        "1099511627776.5, 0, 1099511627776"
    })
    void roundsHalfToEvenOnTheExactBinaryValue(double value, int digits, long units) {
        assertThat(FixedPoint.round(value, digits)).isEqualTo(units);
    }

    @Test
    void agreesWithBigDecimalEverywhereAndAboveAllAroundTies() {
        SplittableRandom random = new SplittableRandom(42);
        for (int trial = 0; trial < 300_000; trial++) {
            int digits = random.nextInt(7);
            double scale = StrictMath.pow(10, digits);
            double value = switch (trial % 3) {
                case 0 -> random.nextDouble() * StrictMath.pow(10, random.nextInt(12)) - 1;
                case 1 -> (random.nextInt(2_000_000) + 0.5) / scale;
                default -> neighbour((random.nextLong(1L << 34) + 0.5) / scale, random);
            };
            assertThat(FixedPoint.round(value, digits))
                    .as("%s at %d digits", value, digits)
                    .isEqualTo(new BigDecimal(value)
                            .setScale(digits, RoundingMode.HALF_EVEN)
                            .unscaledValue()
                            .longValueExact());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e18, -1e300})
    void refusesWhatIsNoNumberOrDoesNotFit(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPoint.round(value, 4))
                .withMessageContaining("was " + value);
    }

    @Test
    void readsDecimalsOfTheDatabaseAndRefusesToLoseADigit() {
        assertThat(FixedPoint.of(new BigDecimal("12.5"), 4)).isEqualTo(125_000);
        assertThat(FixedPoint.of(new BigDecimal("-0.000001"), 6)).isEqualTo(-1);
        assertThat(FixedPoint.decimal(125_000, 4)).isEqualTo(new BigDecimal("12.5000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPoint.of(new BigDecimal("0.00001"), 4))
                .withMessage("a decimal with 4 digits was expected; was 0.00001");
    }

    private static double neighbour(double value, SplittableRandom random) {
        return Double.longBitsToDouble(Double.doubleToLongBits(value) + random.nextInt(-2, 3));
    }
}
