/** Settings of the business: zone and reporting currency, which the first writing command fixes, horizons, products, closures. */
@NullMarked
package io.allegiance.settings;

import org.jspecify.annotations.NullMarked;
