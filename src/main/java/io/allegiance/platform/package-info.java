/** Basics that every feature uses: JSON, log fields, the home folder, threads. */
@NullMarked
package io.allegiance.platform;

import org.jspecify.annotations.NullMarked;
