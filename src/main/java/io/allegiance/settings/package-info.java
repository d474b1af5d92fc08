/** Settings of the business: zone and reporting currency, which the first line that lands fixes, horizons, products, closures. */
@NullMarked
package io.allegiance.settings;

import org.jspecify.annotations.NullMarked;
