package io.allegiance.history;

import java.util.List;

/**
 * What became of the lines of one day, and the lines refused.
 *
 * @param count the counts
 * @param rejections the lines refused
 */
public record DayIntake(DayLineCount count, List<SourceRejection> rejections) {}
