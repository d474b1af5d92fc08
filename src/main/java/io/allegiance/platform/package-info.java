/** What every feature needs from the machine and the database: statements, connections, bulk loads. */
@NullMarked
package io.allegiance.platform;

import org.jspecify.annotations.NullMarked;
