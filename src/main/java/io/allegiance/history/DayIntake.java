package io.allegiance.history;

import java.util.List;

/**
 * The counts of one day's lines, and its rejected lines.
 *
 * @param count the counts
 * @param rejections the lines refused
 */
public record DayIntake(DayLineCount count, List<SourceRejection> rejections) {}
