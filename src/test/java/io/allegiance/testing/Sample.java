package io.allegiance.testing;

/**
 * How much of something a long test does: little in {@code ./mvnw verify}, more with {@code -Dallegiance.extended=true}, which
 * {@code .ci/run} sets, and as much as a property of its own says where that is set. A test prints what it has done of the larger
 * sample, and {@code .ci/run} requires that line.
 *
 * @param name what it is a sample of, such as {@code A05 nights}
 * @param size the number to do
 */
public record Sample(String name, int size) {

    private static final boolean EXTENDED = Boolean.getBoolean("allegiance.extended");

    /** Gets the sample that the system properties ask for. */
    public static Sample of(String name, String property, int small, int extended) {
        return new Sample(name, Integer.getInteger(property, EXTENDED ? extended : small));
    }

    /** Whether the larger samples are asked for. */
    public static boolean isExtended() {
        return EXTENDED;
    }

    /** Prints that the whole sample is done. */
    public void printDone() {
        printDone(name, size);
    }

    /** Prints how many of something are done, where the larger samples are asked for. */
    public static void printDone(String name, int done) {
        if (EXTENDED) {
            System.out.println("sample: " + name + " " + done);
        }
    }
}
