/** What the tests of all features share: a database of their own. */
package io.allegiance.testing;
