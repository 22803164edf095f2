package hymio.kiosk.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir
    Path folder;

    private static PressTime time(long uptime) {
        return new PressTime(new UUID(3, 4), uptime, 500, false);
    }

    private Path file() {
        return folder.resolve("outbox.db");
    }

    private static void fill(Outbox outbox, int count) {
        for (int i = 0; i < count; i++) {
            outbox.append(0, "service@1", 1 + i % 4, time(1_000 + i), Response.Extra.NONE);
        }
    }

    @Test
    void numbersRunWithoutGapsAndKeepTheirContent() {
        try (Outbox outbox = Outbox.open(file())) {
            assertThat(outbox.append(0, "service@1", 4, time(1_000), Response.Extra.NONE))
                    .isEqualTo(1);
            assertThat(outbox.append(0, "mood@2", 1, time(2_000), Response.Extra.NONE))
                    .isEqualTo(2);
            assertThat(outbox.oldestPending(10))
                    .containsExactly(
                            new Response(1, 1, "service@1", 4, time(1_000)),
                            new Response(2, 2, "mood@2", 1, time(2_000)));
            assertThat(outbox.last()).isEqualTo(2);
        }
    }

    @Test
    void journalAndNumbersGoOnAfterReopening() {
        UUID journal;
        try (Outbox outbox = Outbox.open(file())) {
            journal = outbox.journal();
            fill(outbox, 3);
        }
        try (Outbox outbox = Outbox.open(file())) {
            assertThat(outbox.journal()).isEqualTo(journal);
            assertThat(outbox.append(0, "service@1", 1, time(9), Response.Extra.NONE))
                    .isEqualTo(4);
        }
    }

    @Test
    void newFileIsANewJournal() {
        try (Outbox one = Outbox.open(file());
                Outbox other = Outbox.open(folder.resolve("other.db"))) {
            assertThat(one.journal()).isNotEqualTo(other.journal());
        }
    }

    @Test
    void appendedResponseIsInTheFileBeforeCloseAsAnyOtherProcessSeesIt() throws Exception {
        try (Outbox outbox = Outbox.open(file())) {
            fill(outbox, 1);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    var rows = other.createStatement().executeQuery("select count(*) from response")) {
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void commitsAreSyncedToTheDiskInFull() throws Exception {
        try (Outbox outbox = Outbox.open(file())) {
            assertThat(outbox.file().<String>read(it -> Sql.text(it.writer(), "pragma journal_mode")))
                    .isEqualTo("wal");
            assertThat(outbox.file().<String>read(it -> Sql.text(it.writer(), "pragma synchronous")))
                    .isEqualTo("2");
        }
    }

    @Test
    void settleMarksOnlyWhatIsNamed() {
        try (Outbox outbox = Outbox.open(file())) {
            fill(outbox, 6);
            outbox.settle(outbox.journal(), List.of(new Receipt.Range(1, 2), new Receipt.Range(5, 5)));
            assertThat(outbox.oldestPending(10)).extracting(Response::number).containsExactly(3L, 4L, 6L);
            assertThat(outbox.pending()).isEqualTo(3);
            assertThat(outbox.last()).isEqualTo(6);
        }
    }

    @Test
    void settleKeepsRejectedAside() {
        try (Outbox outbox = Outbox.open(file())) {
            fill(outbox, 3);
            outbox.keepAside(outbox.journal(), 2, "conflict");
            outbox.settle(outbox.journal(), List.of(new Receipt.Range(1, 3)));
            assertThat(outbox.aside()).isEqualTo(1);
            assertThat(outbox.pending()).isZero();
        }
    }

    @Test
    void fullDiskRefusesTheResponseAndKeepsAllBefore() {
        try (Outbox outbox = Outbox.open(file(), new OutboxSetup("", 90, 64, UUID::randomUUID, 0, 16))) {
            assertThatThrownBy(() -> fill(outbox, 100_000))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("Free space");
            long stored = outbox.last();
            assertThat(stored).isPositive();
            assertThat(outbox.pending()).isEqualTo(stored);
            outbox.settle(outbox.journal(), List.of());
        }
        try (Outbox outbox = Outbox.open(file())) {
            long before = outbox.last();
            assertThat(outbox.append(0, "service@1", 1, time(1), Response.Extra.NONE))
                    .isEqualTo(before + 1);
        }
    }

    @Test
    void newerSchemaIsRefusedAndNotTouched() throws Exception {
        Outbox.open(file()).close();
        try (Connection newer = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = newer.createStatement()) {
            statement.execute("pragma user_version = 4");
        }
        assertThatThrownBy(() -> Outbox.open(file()))
                .isInstanceOf(OutboxException.class)
                .hasMessageContaining("newer Hymiö");
    }

    @Test
    void slowReaderDoesNotDelayAPress() throws Exception {
        try (Outbox outbox = Outbox.open(file())) {
            fill(outbox, 10);
            try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file())) {
                reader.setAutoCommit(false);
                try (var rows = reader.createStatement().executeQuery("select * from response")) {
                    rows.next();
                    assertThat(outbox.append(0, "service@1", 1, time(1), Response.Extra.NONE))
                            .isEqualTo(11);
                }
            }
        }
    }

    @Test
    void countedAreThoseOfTheDayAndTheQuestionThatWereNeitherTakenBackNorPlay() {
        PressTime now = new PressTime(new UUID(3, 4), 1_000_000, 5_000_000, true);
        try (Outbox outbox = Outbox.open(file())) {
            append(outbox, 1, 900_000, Response.Extra.NONE);
            append(outbox, 1, 901_000, Response.Extra.NONE);
            append(outbox, 1, 902_000, Response.Extra.takingBack(2));
            append(outbox, 2, 903_000, Response.Extra.misused(1));
            append(outbox, 4, 904_000, Response.Extra.NONE);
            append(outbox, 3, 99_999, Response.Extra.NONE); // before the day
            outbox.append(0, "reason@1", 1, time(905_000), Response.Extra.NONE);
            assertThat(outbox.counted("service@1", 5_100_000, 6_000_000, now)).isEqualTo(Map.of(1, 1L, 4, 1L));
        }
    }

    @Test
    void pressesOfThisBootAreCountedByTheClockAsItIsNowAndOthersAsItWas() {
        PressTime now = new PressTime(new UUID(3, 4), 1_000_000, 5_000_000, true);
        PressTime before = new PressTime(new UUID(9, 9), 1_000, 5_500_000, true);
        try (Outbox outbox = Outbox.open(file())) {
            append(outbox, 1, 900_000, Response.Extra.NONE); // the clock stood at 1970 then
            outbox.append(0, "service@1", 2, before, Response.Extra.NONE);
            assertThat(outbox.counted("service@1", 5_501_000, 5_901_000, now)).isEqualTo(Map.of(1, 1L, 2, 1L));
            assertThat(outbox.counted("service@1", 5_501_001, 5_900_000, now)).isEmpty();
        }
    }

    private static void append(Outbox outbox, int option, long uptime, Response.Extra extra) {
        outbox.append(0, "service@1", option, time(uptime), extra);
    }
}
