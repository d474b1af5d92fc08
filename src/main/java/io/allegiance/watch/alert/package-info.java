/** Calls a person: a command, a webhook, or both. */
@NullMarked
package io.allegiance.watch.alert;

import org.jspecify.annotations.NullMarked;
