/**
 * The benchmark that {@code jobs/allegiance bench} runs: what the program does, beside the least that a database can do and
 * beside the usual way of doing it, on made-up trade in a schema of its own.
 */
@NullMarked
package io.allegiance.bench;

import org.jspecify.annotations.NullMarked;
