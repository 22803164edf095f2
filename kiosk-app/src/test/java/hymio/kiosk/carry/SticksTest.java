package hymio.kiosk.carry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SticksTest {
    @TempDir
    Path path;

    private Path media;
    private Path mounts;

    @BeforeEach
    void prepare() throws IOException {
        media = Files.createDirectory(path.resolve("media"));
        mounts = Files.writeString(path.resolve("mounts"), "proc /proc proc rw 0 0\n");
    }

    private Path stick(String name) throws IOException {
        return Files.createDirectories(media.resolve(name));
    }

    private void mounted(Path... sticks) throws IOException {
        String lines = Stream.of(sticks)
                .map(it -> "/dev/sda1 " + it.toString().replace(" ", "\\040") + " vfat rw 0 0\n")
                .collect(Collectors.joining());
        Files.writeString(mounts, "proc /proc proc rw 0 0\n/dev/mmcblk0p2 / ext4 rw 0 0\n" + lines);
    }

    private Optional<Path> found() {
        return new Sticks(Optional.empty(), List.of(media), mounts).find();
    }

    @Test
    void folderWithNothingMountedOnItIsTheTerminalsOwnCard() throws IOException {
        stick("usb");
        assertThat(found()).isEmpty();
    }

    @Test
    void mountedStickIsFoundWhateverItsName() throws IOException {
        Path stick = stick("pi/OMA TIKKU");
        mounted(stick);
        assertThat(found()).contains(stick);
    }

    @Test
    void newestOfSeveralIsTaken() throws IOException {
        mounted(stick("old"), stick("new"));
        assertThat(found()).contains(media.resolve("new"));
    }

    @Test
    void stickWhoseFolderIsGoneIsNone() throws IOException {
        Path stick = stick("usb");
        mounted(stick);
        Files.delete(stick);
        assertThat(found()).isEmpty();
    }

    @Test
    void mountsElsewhereAreNoSticks() throws IOException {
        mounted(Files.createDirectory(path.resolve("mediacenter")), media);
        assertThat(found()).isEmpty();
    }

    @Test
    void namedFolderIsUsedAsItIs() throws IOException {
        Path named = stick("named");
        assertThat(new Sticks(Optional.of(named), List.of(media), mounts).find())
                .contains(named);
        Files.delete(named);
        assertThat(new Sticks(Optional.of(named), List.of(media), mounts).find())
                .isEmpty();
    }

    @Test
    void machineWithoutMountsHasNoStick() throws IOException {
        Files.delete(mounts);
        assertThat(found()).isEmpty();
    }

    @Test
    void thisMachinesOwnMountsCanBeRead() {
        assertThat(Sticks.of(Optional.empty()).find()).isNotNull();
    }
}
