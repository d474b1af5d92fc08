package io.allegiance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The laws of what is gathered in parts and merged: whatever the parts, their order and the way in which they are put in brackets,
 * the result is that of everything gathered in one place; merging nothing changes nothing; and what was merged into another one stays
 * as it is.
 *
 * @param empty makes one that has gathered nothing
 * @param merge adds the second to the first
 * @param result what is computed of it, to be compared with equals
 */
public record Merges<A>(Supplier<A> empty, BiConsumer<A, A> merge, Function<A, Object> result) {

    private static final int TRIALS = 8;
    private static final int MOST_PARTS = 6;

    /** Requires the laws for things that are added to it. */
    public void assertLawsFor(List<Consumer<A>> items) {
        Object whole = result.apply(gather(items));
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(trial);
            List<A> parts = cut(items, random);
            List<Object> before = parts.stream().map(result).toList();
            A fromTheLeft = empty.get();
            parts.forEach(part -> merge.accept(fromTheLeft, part));
            assertThat(result.apply(fromTheLeft)).as("merged in order").isEqualTo(whole);
            assertThat(parts.stream().map(result).toList()).as("the parts").isEqualTo(before);
            Collections.shuffle(parts, random);
            assertThat(result.apply(inBrackets(parts, random)))
                    .as("merged in another order and in brackets")
                    .isEqualTo(whole);
        }
    }

    private A gather(List<Consumer<A>> items) {
        A gathered = empty.get();
        items.forEach(item -> item.accept(gathered));
        return gathered;
    }

    /** Some of the parts may be empty. */
    private List<A> cut(List<Consumer<A>> items, Random random) {
        int parts = 1 + random.nextInt(MOST_PARTS);
        List<List<Consumer<A>>> cut = new ArrayList<>();
        IntStream.range(0, parts).forEach(part -> cut.add(new ArrayList<>()));
        items.forEach(item -> cut.get(random.nextInt(parts)).add(item));
        return new ArrayList<>(cut.stream().map(this::gather).toList());
    }

    private A inBrackets(List<A> parts, Random random) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int middle = 1 + random.nextInt(parts.size() - 1);
        A left = inBrackets(parts.subList(0, middle), random);
        merge.accept(left, inBrackets(parts.subList(middle, parts.size()), random));
        return left;
    }
}
