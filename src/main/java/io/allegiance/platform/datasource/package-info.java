/** The data source of the program. */
@NullMarked
package io.allegiance.platform.datasource;

import org.jspecify.annotations.NullMarked;
