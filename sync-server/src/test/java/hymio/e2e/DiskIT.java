package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fill and fail under the packaged terminal and under the server, on a real file system. */
@EnabledIf(value = "hymio.e2e.SmallDisk#possible", disabledReason = SmallDisk.NEEDS_ZRAM)
class DiskIT {
    @TempDir
    Path folder;

    @Test
    void visitorsOfATerminalWithAFullDiskAreToldAndItGoesOnWhenThereIsSpace() throws Exception {
        try (SmallDisk disk = disk(SmallDisk.Kind.NOTHING_WELL);
                TownServer town = TownServer.start(folder);
                PressedTerminal terminal = terminal(town, disk)) {
            terminal.startAndAwait();
            press(terminal, 5);
            for (int round = 0; round < 3; round++) {
                disk.fill();
                expectSorry(terminal);
                disk.free();
                expectStored(terminal);
            }
            finish("full disk of the terminal", town, folder.resolve("server"), terminal);
        }
    }

    @Test
    void visitorsOfATerminalWithAFailingDiskAreToldAndItGoesOnWhenTheDiskIsWell() throws Exception {
        try (SmallDisk disk = disk(SmallDisk.Kind.JOURNAL_WELL);
                TownServer town = TownServer.start(folder);
                PressedTerminal terminal = terminal(town, disk)) {
            terminal.startAndAwait();
            press(terminal, 5);
            disk.fail();
            expectSorry(terminal);
            disk.mend();
            expectStored(terminal);
            terminal.kill();
            disk.mountAgain();
            terminal.startAndAwait();
            expectStored(terminal);
            finish("failing disk of the terminal", town, folder.resolve("server"), terminal);
        }
    }

    @Test
    void terminalWhoseFileSystemStoppedKeepsItsWordAfterTheNextStart() throws Exception {
        try (SmallDisk disk = disk(SmallDisk.Kind.NOTHING_WELL);
                TownServer town = TownServer.start(folder);
                PressedTerminal terminal = terminal(town, disk)) {
            terminal.startAndAwait();
            press(terminal, 5);
            disk.fail();
            expectSorry(terminal);
            disk.mend();
            terminal.kill();
            disk.mountAgain();
            terminal.startAndAwait();
            expectStored(terminal);
            finish("stopped file system of the terminal", town, folder.resolve("server"), terminal);
        }
    }

    @Test
    void serverWithAFullDiskAcknowledgesNothingAndGoesOnWhenThereIsSpace() throws Exception {
        try (SmallDisk disk = disk(SmallDisk.Kind.NOTHING_WELL);
                TownServer town = town(disk);
                PressedTerminal terminal = terminal(town)) {
            terminal.startAndAwait();
            press(terminal, 5);
            disk.fill();
            expectNoReceipt(terminal);
            disk.free();
            startAgain(terminal);
            finish("full disk of the server", town, disk.enclosure().outside(data(disk)), terminal);
        }
    }

    @Test
    void serverWithAFailingDiskAcknowledgesNothingAndGoesOnWhenTheDiskIsWell() throws Exception {
        try (SmallDisk disk = disk(SmallDisk.Kind.JOURNAL_WELL);
                TownServer town = town(disk);
                PressedTerminal terminal = terminal(town)) {
            terminal.startAndAwait();
            press(terminal, 5);
            disk.fail();
            expectNoReceipt(terminal);
            disk.mend();
            startAgain(terminal);
            terminal.awaitSettled();
            town.kill();
            disk.mountAgain();
            town.startAgain();
            town.awaitReady();
            press(terminal, 5);
            finish("failing disk of the server", town, disk.enclosure().outside(data(disk)), terminal);
        }
    }

    private static void press(PressedTerminal terminal, int times) {
        for (int i = 0; i < times; i++) {
            terminal.pressAndAwait(1 + i % 4);
        }
    }

    /** Presses until nothing more goes in, and then some. */
    private static void expectSorry(PressedTerminal terminal) throws InterruptedException {
        int before = terminal.notStored();
        for (int i = 0; i < 500 && terminal.notStored() < before + 10; i++) {
            terminal.pressAndAwait(1 + i % 4);
        }
        assertThat(terminal.notStored()).as("told that it could not be stored").isEqualTo(before + 10);
    }

    private static void expectStored(PressedTerminal terminal) {
        int sorry = terminal.notStored();
        press(terminal, 10);
        assertThat(terminal.notStored()).as("said sorry though the disk is well").isEqualTo(sorry);
    }

    /** The server says why, and no press of now is settled. */
    private static void expectNoReceipt(PressedTerminal terminal) {
        int before = terminal.life().lines().size();
        press(terminal, 200);
        terminal.life().awaitAfter(before, "No sync: the server says: The disk of the server is full or failing");
        int refused = terminal.life().lines().size();
        press(terminal, 10);
        assertThat(terminal.life().lines().stream().skip(refused)).noneMatch(line -> line.startsWith("settled"));
    }

    /** The terminal was told to come back in a minute; a start comes back at once. */
    private static void startAgain(PressedTerminal terminal) throws InterruptedException {
        terminal.kill();
        terminal.startAndAwait();
    }

    private static void finish(String what, TownServer town, Path data, PressedTerminal terminal) throws Exception {
        terminal.pressAndAwait(1);
        terminal.awaitSettled();
        System.out.println("chaos: " + what + " | " + Reckoning.settle(town, data, List.of(terminal)));
    }

    private PressedTerminal terminal(TownServer town) throws InterruptedException {
        return new PressedTerminal("Aula", folder.resolve("kiosk"), town.url, town.code("Aula"), List.of(), Map.of());
    }

    private static PressedTerminal terminal(TownServer town, SmallDisk disk) throws InterruptedException {
        Path data = disk.folder().resolve("kiosk");
        return new PressedTerminal(
                "Aula", data, town.url, town.code("Aula"), disk.enclosure().prefix(), Map.of());
    }

    private static TownServer town(SmallDisk disk) throws InterruptedException {
        return TownServer.start(disk.enclosure().prefix(), data(disk), 0);
    }

    private static Path data(SmallDisk disk) {
        return disk.folder().resolve("server");
    }

    private SmallDisk disk(SmallDisk.Kind kind) throws IOException, InterruptedException {
        return new SmallDisk(Enclosure.open(), folder.resolve("disk"), kind);
    }
}
