/** YAML within bounds: no file costs more than its length. */
@NullMarked
package io.allegiance.platform.yaml;

import org.jspecify.annotations.NullMarked;
