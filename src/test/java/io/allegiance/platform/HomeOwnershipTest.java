package io.allegiance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.failure.AttentionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeOwnershipTest {

    private static final int NOBODY = 65_534;
    private static final int WITH_STICKY_BIT = 01777;

    @TempDir
    private Path folder;

    @Test
    void aFolderOfTheUserIsAHome() throws IOException {
        assertThat(HomeOwnership.findFault(folder)).isEmpty();
        assertThat(HomeOwnership.findFault(folder.resolve("not/there/yet"))).isEmpty();
        Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("home")));
        assertThat(HomeOwnership.findFault(folder.resolve("link"))).isEmpty();
    }

    @Test
    void aFolderThatEverybodyMayExchangeIsNone() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> HomeOwnership.require(shared.resolve("home")))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("everybody may write to the folder " + shared.toRealPath())
                .hasMessageContaining("chmod o-w");
        Files.setAttribute(shared, "unix:mode", WITH_STICKY_BIT);
        assertThat(HomeOwnership.findFault(shared.resolve("home"))).isEmpty();
    }

    @Test
    void rootUsesNoHomeOfAnotherUser() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        giveAway(home);
        assertThatThrownBy(() -> HomeOwnership.require(home))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("the folder " + home.toRealPath() + " belongs to the user ")
                .hasMessageContaining("this is root")
                .hasMessageContaining("ALLEGIANCE_HOME");
    }

    @Test
    void rootUsesNoHomeBelowAFolderOfAnotherUser() throws IOException {
        Path above = Files.createDirectory(folder.resolve("above"));
        Path home = Files.createDirectory(above.resolve("home"));
        giveAway(above);
        assertThat(HomeOwnership.findFault(home).orElse(""))
                .contains("the folder " + above.toRealPath() + " belongs to the user ");
        assertThat(HomeOwnership.findFault(above.resolve("not-there"))).isPresent();
    }

    @Test
    void aLinkOfAnotherUserLeadsToNoHome() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        giveAway(link);
        assertThat(HomeOwnership.findFault(link).orElse("")).contains("the link " + link + " belongs to the user ");
        assertThat(HomeOwnership.findFault(link.resolve("home"))).isPresent();
        assertThat(HomeOwnership.findFault(target)).isEmpty();
    }

    @Test
    void aLinkOfTheUserThatLeadsThroughOneOfAnotherLeadsToNoHome() throws IOException {
        Path theirs =
                Files.createSymbolicLink(folder.resolve("theirs"), Files.createDirectory(folder.resolve("target")));
        giveAway(theirs);
        Path own = Files.createSymbolicLink(folder.resolve("own"), Path.of("theirs", "home"));
        assertThat(HomeOwnership.findFault(own).orElse("")).contains("the link " + theirs + " belongs to the user ");
    }

    /** Only root can. */
    private static void giveAway(Path file) throws IOException {
        assumeTrue(ProcessUid.find().equals(OptionalInt.of(ProcessUid.ROOT)), "this test needs root");
        Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }
}
