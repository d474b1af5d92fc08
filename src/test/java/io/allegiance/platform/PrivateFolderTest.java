package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {

    private static final int ROUNDS = 500;

    @TempDir
    private Path folder;

    @Test
    void twoThatCreateAFolderAtOnceBothHaveIt() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                Path wanted = folder.resolve("folder-" + round);
                Callable<Path> create = () -> {
                    together.await();
                    PrivateFolder.create(wanted);
                    return wanted;
                };
                for (var created : two.invokeAll(List.of(create, create))) {
                    assertThat(created.get()).isDirectory();
                }
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aFileIsNotTakenForTheFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> PrivateFolder.create(file));
    }
}
