package io.allegiance.rfm;

/** Numbers that can be asked for by their rank. */
interface RankedValues {

    /** How many there are. */
    int count();

    /**
     * Finds a number by its rank.
     *
     * @param position from 0, the smallest, to {@link #count()} - 1
     */
    long at(int position);
}
