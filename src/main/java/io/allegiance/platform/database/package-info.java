/** The database: address, connection settings, schema, and what its failures mean. */
@NullMarked
package io.allegiance.platform.database;

import org.jspecify.annotations.NullMarked;
