/** What tells those who are not there how a run went: deadlines, alerts, metrics. */
@NullMarked
package io.allegiance.watch;

import org.jspecify.annotations.NullMarked;
