/** Customer ids: their rules, their order, and ranges of them. */
@NullMarked
package io.allegiance.customer;

import org.jspecify.annotations.NullMarked;
