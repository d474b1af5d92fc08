package io.allegiance.intake.preview;

import io.allegiance.intake.csv.FileForm;
import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.load.RefusedExample;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an import would make of a file of transactions. Whether its lines landed before is not looked at.
 *
 * @param form in what form the lines stand in the file
 * @param use the format, and the rows that give no line
 * @param sources each of our columns and where it comes from
 * @param unused columns of the file that nothing is read from
 * @param first the first lines that can be used
 * @param content what the lines are about that can be used
 * @param usable number of lines that can be used
 * @param refused lines that would be refused, by reason; only reasons that occur
 * @param examples the first refused line of each reason
 * @param doubts what the file does not tell, a sentence each with the option to type
 */
public record FilePreview(
        FileForm form,
        FormatUse use,
        List<String> sources,
        List<String> unused,
        List<TransactionLine> first,
        FileContent content,
        long usable,
        SortedMap<RejectionReason, Long> refused,
        SortedMap<RejectionReason, RefusedExample> examples,
        List<String> doubts) {

    public FilePreview {
        sources = List.copyOf(sources);
        unused = List.copyOf(unused);
        first = List.copyOf(first);
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        examples = Collections.unmodifiableSortedMap(new TreeMap<>(examples));
        doubts = List.copyOf(doubts);
    }

    /** The number of lines that would be refused. */
    public long refusedLines() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
