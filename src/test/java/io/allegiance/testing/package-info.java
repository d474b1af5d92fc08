/** What the tests of all features share: a database of their own, the shared data, published formulas written again. */
package io.allegiance.testing;
