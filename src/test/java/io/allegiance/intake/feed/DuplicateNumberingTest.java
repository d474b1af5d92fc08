package io.allegiance.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateNumberingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"100000, 10", "1000, 10", "7, 3", "1000, 1000000", "64, 1"})
    void numbersEqualLinesInMemoryAndThroughFilesAlike(int buffered, int distinct) throws IOException {
        SplittableRandom random = new SplittableRandom(buffered);
        ContentHash[] hashes = new ContentHash[10_000];
        for (int i = 0; i < hashes.length; i++) {
            long content = random.nextInt(distinct) * 0x9e3779b97f4a7c15L;
            hashes[i] = new ContentHash(content, ~content);
        }
        try (DuplicateNumbering equals = new DuplicateNumbering(folder, buffered)) {
            for (int i = 0; i < hashes.length; i++) {
                equals.addLine(hashes[i], 2L + i);
            }
            equals.count();
            Map<ContentHash, Integer> seen = new HashMap<>();
            for (int i = 0; i < hashes.length; i++) {
                int expected = seen.merge(hashes[i], 1, Integer::sum);
                assertThat(equals.occurrence(2L + i)).isEqualTo(expected);
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
