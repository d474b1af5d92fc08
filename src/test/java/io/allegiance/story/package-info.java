/**
 * What the program does, told through its commands, in the order in which somebody new meets it: each class is a page, and
 * each page stands alone on a fresh database.
 */
@NullMarked
package io.allegiance.story;

import org.jspecify.annotations.NullMarked;
