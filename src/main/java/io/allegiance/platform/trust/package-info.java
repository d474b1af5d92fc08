/** Files that nobody else can change: what the program lets itself be told by a file, it takes from such files alone. */
@NullMarked
package io.allegiance.platform.trust;

import org.jspecify.annotations.NullMarked;
