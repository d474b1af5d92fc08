/** Generated trade of a made-up shop, and the demo that runs the program on it. */
@NullMarked
package io.allegiance.demo;

import org.jspecify.annotations.NullMarked;
