/** From a file to first scores: import, training and a night in one command. */
@NullMarked
package io.allegiance.firstscores;

import org.jspecify.annotations.NullMarked;
