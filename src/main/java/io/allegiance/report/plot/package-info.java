/** The plots of a report: coordinates of their parts, as text for the templates. */
@NullMarked
package io.allegiance.report.plot;

import org.jspecify.annotations.NullMarked;
