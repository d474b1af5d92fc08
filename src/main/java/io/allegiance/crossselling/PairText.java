package io.allegiance.crossselling;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Counts of pairs as a short text that is the same everywhere. The triangle below the diagonal, row after row: a count n of at
 * least the support as the number n - support + 1; a run of k counts below it as the numbers 0 and k. A number is written in
 * groups of seven bits, the lowest first, each but the last with its eighth bit set (LEB128), and the bytes in Base64.
 */
final class PairText {

    /* No compressor of the JDK: what Deflater writes differs between versions of zlib, and a model's version is a hash of its
     * document. */

    private static final int GROUP_BITS = 7;
    private static final int MORE = 1 << GROUP_BITS;
    private static final int LONGEST_NUMBER = 5;

    private PairText() {}

    /** Writes the counts of at least the support. */
    static String write(PairCounts counts, int support) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_NUMBER * counts.pairs());
        int place = 0;
        while (place < counts.pairs()) {
            int run = countBelow(counts, support, place);
            if (run > 0) {
                writeNumber(bytes, 0);
                writeNumber(bytes, run);
                place += run;
            } else {
                writeNumber(bytes, counts.at(place++) - support + 1);
            }
        }
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static int countBelow(PairCounts counts, int support, int from) {
        int to = from;
        while (to < counts.pairs() && counts.at(to) < support) {
            to++;
        }
        return to - from;
    }

    private static void writeNumber(ByteBuffer bytes, int number) {
        int rest = number;
        while (rest >= MORE) {
            bytes.put((byte) (rest % MORE + MORE));
            rest /= MORE;
        }
        bytes.put((byte) rest);
    }

    /**
     * Reads what {@link #write} wrote; counts below the support come back as 0.
     *
     * @throws IllegalArgumentException when the text does not hold that number of pairs
     */
    static PairCounts read(String text, int size, int support) {
        PairCounts counts = new PairCounts(size);
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        int place = 0;
        while (bytes.hasRemaining()) {
            int number = readNumber(bytes);
            int length = number == 0 ? readNumber(bytes) : 1;
            require(length > 0 && length <= counts.pairs() - place, size);
            if (number > 0) {
                counts.setAt(place, number + support - 1);
            }
            place += length;
        }
        require(place == counts.pairs(), size);
        return counts;
    }

    private static int readNumber(ByteBuffer bytes) {
        int number = 0;
        for (int shift = 0; bytes.hasRemaining() && shift < Integer.SIZE; shift += GROUP_BITS) {
            int group = Byte.toUnsignedInt(bytes.get());
            number |= (group % MORE) << shift;
            if (group < MORE) {
                return number;
            }
        }
        throw new IllegalArgumentException("the counts of pairs end amid a number");
    }

    private static void require(boolean fits, int size) {
        if (!fits) {
            throw new IllegalArgumentException("the counts of pairs are not those of " + size + " categories");
        }
    }
}
