/**
 * What the pure functions of a score cost, measured with JMH: {@code ./mvnw test -Dtest=PureFunctions}. No part of the tests or
 * of the program.
 */
package io.allegiance.jmh;
