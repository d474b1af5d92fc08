package io.allegiance.btyd;

import java.util.List;

/**
 * The starting points of a search, as parameters.
 *
 * @param usual always tried
 * @param further also tried where the likelihood may have more than one maximum
 */
public record StartingPoints(List<double[]> usual, List<double[]> further) {}
