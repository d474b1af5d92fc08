/** Where refused lines wait, whatever refused them: to be listed and counted. */
@NullMarked
package io.allegiance.quarantine;

import org.jspecify.annotations.NullMarked;
