/** The database that comes along: MariaDB as a child process on the loopback interface, kept in one folder. */
@NullMarked
package io.allegiance.platform.embedded;

import org.jspecify.annotations.NullMarked;
