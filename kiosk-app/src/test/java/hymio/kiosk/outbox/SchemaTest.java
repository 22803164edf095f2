package hymio.kiosk.outbox;

import static hymio.kiosk.outbox.Pressing.numbers;
import static hymio.kiosk.outbox.Pressing.press;
import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.PressTime;
import hymio.wire.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as older apps wrote them, made with the words those apps used. */
class SchemaTest {
    static final UUID JOURNAL = UUID.fromString("5f0c2a3e-1111-4222-8333-444455556666");

    @TempDir
    Path folder;

    private static final String FIRST = """
            create table response(number integer primary key autoincrement, visit integer, question text not null,
              option integer not null, boot text not null, uptime integer not null, offset integer not null,
              trusted integer not null, state integer not null default 0, why text) strict""";

    /** A file of schema 1 or 2 with four responses: 1 settled, 2 aside, 3 and 4 pending, of one visit. */
    static Path old(Path file, int schema) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table outbox(journal text not null) strict");
            statement.execute("insert into outbox values ('" + JOURNAL + "')");
            statement.execute(FIRST);
            statement.execute("create index response_pending on response(number) where state = 0");
            if (schema == 2) {
                statement.execute("alter table response add column takes_back integer");
                statement.execute("alter table response add column misuse integer");
                statement.execute("alter table response add column comment text");
            }
            String boot = new UUID(3, 4).toString();
            for (int i = 1; i <= 4; i++) {
                statement.execute("insert into response(visit, question, option, boot, uptime, offset, trusted, state)"
                        + " values (" + (i == 4 ? 3 : "null") + ", 'service@1', " + i + ", '" + boot + "', " + i
                        + "000, 500, 1, " + (i == 1 ? 1 : i == 2 ? 2 : 0) + ")");
            }
            statement.execute("pragma user_version = " + schema);
        }
        return file;
    }

    @Test
    void oldFilesGoOnWithTheirJournalTheirNumbersAndWhatWasSettled() throws SQLException {
        for (int schema : List.of(1, 2)) {
            Path file = old(folder.resolve("outbox-" + schema + ".db"), schema);
            for (int opened = 0; opened < 2; opened++) {
                try (Outbox outbox = Outbox.open(file)) {
                    PressTime time = new PressTime(new UUID(3, 4), 3_000, 500, true);
                    assertThat(outbox.journal()).isEqualTo(JOURNAL);
                    assertThat(outbox.oldest(10).responses()).startsWith(new Response(3, 3, "service@1", 3, time));
                    assertThat(outbox.oldest(10).responses().get(1).visit()).isEqualTo(3);
                    assertThat(numbers(outbox.oldest(10)).getFirst()).isEqualTo(3);
                    assertThat(outbox.aside()).isEqualTo(1);
                    assertThat(outbox.pending()).isEqualTo(2L + opened);
                    assertThat(press(outbox, 1)).isEqualTo(5L + opened);
                    assertThat(outbox.problems()).doesNotContain("outbox-damaged");
                }
            }
        }
    }
}
