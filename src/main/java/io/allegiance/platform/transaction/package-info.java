/** Transactions beside the current one. */
@NullMarked
package io.allegiance.platform.transaction;

import org.jspecify.annotations.NullMarked;
