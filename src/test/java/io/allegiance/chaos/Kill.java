package io.allegiance.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One kill: whom, and when. Of the same seed, victim and number it is always the same.
 *
 * @param victim whom
 * @param number from 1
 * @param stage where the night is then
 * @param fraction how much of the stage's usual time has passed then, from 0 to 1
 */
record Kill(Victim victim, int number, Stage stage, double fraction) {

    /** What is killed. */
    enum Victim {
        JVM,
        SERVER,
        WORKER
    }

    /** The first kills of a seed. Every ten of one victim fall into ten different stages. */
    static Stream<Kill> first(Victim victim, int count, long seed) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> of(victim, number, seed));
    }

    private static Kill of(Victim victim, int number, long seed) {
        int round = (number - 1) / Stage.values().length;
        List<Stage> stages = new ArrayList<>(Stage.all());
        Collections.shuffle(stages, random(victim, seed, -1 - round));
        return new Kill(
                victim,
                number,
                stages.get((number - 1) % stages.size()),
                random(victim, seed, number).nextDouble());
    }

    private static Random random(Victim victim, long seed, int what) {
        long mixed = new SplittableRandom(31 * (31 * seed + victim.ordinal()) + what).nextLong();
        return new Random(mixed);
    }

    /** The name by which it can be asked for again, such as {@code jvm-7}. */
    String name() {
        return victim.name().toLowerCase(Locale.ROOT) + "-" + number;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %.0f %% into %s", name(), 100 * fraction, stage);
    }
}
