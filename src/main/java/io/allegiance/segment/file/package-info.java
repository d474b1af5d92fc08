/** Reads segment rules from YAML; apart from the rules themselves, which need no YAML. */
@NullMarked
package io.allegiance.segment.file;

import org.jspecify.annotations.NullMarked;
