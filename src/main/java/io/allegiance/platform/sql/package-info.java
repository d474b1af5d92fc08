/** The catalogue of SQL statements. */
@NullMarked
package io.allegiance.platform.sql;

import org.jspecify.annotations.NullMarked;
