/** A report as a page to read, made from the templates, and as files. */
@NullMarked
package io.allegiance.report.page;

import org.jspecify.annotations.NullMarked;
