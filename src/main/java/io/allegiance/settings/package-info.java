/** Settings that the first writing command fixes: zone, reporting currency, horizon, products. */
@NullMarked
package io.allegiance.settings;

import org.jspecify.annotations.NullMarked;
