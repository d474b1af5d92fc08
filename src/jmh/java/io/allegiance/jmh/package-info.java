/**
 * What the pure functions of a score cost, measured with JMH: {@code ./mvnw test -Dtest=PureFunctions}, and with {@code
 * #costNanoseconds} or {@code #fitsCostMilliseconds} behind it one of both. No part of the tests or of the program.
 */
package io.allegiance.jmh;
