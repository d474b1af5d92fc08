/** The plots of a report: where their parts lie, as text for the templates. */
@NullMarked
package io.allegiance.report.plot;

import org.jspecify.annotations.NullMarked;
