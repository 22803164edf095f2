package hymio.kiosk.bench;

import hymio.bench.Samples;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.PendingBatch;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.DoubleStream;

/** How quick an outbox is when nothing, and when a million responses wait in it: {@code OutboxTrialMain FOLDER}. */
public final class OutboxTrialMain {
    private static final PressTime TIME = new PressTime(new UUID(1, 2), 123_456, 1_795_000_000_000L, true);
    private static final int RUNS = 200;
    /** Half of what waits in the smaller file is left. */
    private static final int SETTLES = 50;

    /** @param args an empty folder on the disk that is measured; its files are left */
    public static void main(String[] args) throws IOException, SQLException {
        System.out.println("| pending | MiB | open ms | whole check ms | append µs | oldest 1000 µs | pending() µs |"
                + " settle 1000 µs | today's count ms |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int rows : new int[] {0, 100_000, 1_000_000}) {
            System.out.println(measure(Path.of(args[0]).resolve("outbox-" + rows + ".db"), rows));
        }
    }

    private static String measure(Path file, int rows) throws IOException, SQLException {
        Outbox.open(file).close();
        fill(file, rows);
        double check = millis(() -> check(file));
        long began = System.nanoTime();
        try (Outbox outbox = Outbox.open(file)) {
            double open = (System.nanoTime() - began) / 1e6;
            double append = p50(() -> outbox.append(0, "service@1", 1, TIME, Response.Extra.NONE));
            double oldest = p50(() -> outbox.oldest(1_000));
            double pending = p50(outbox::pending);
            double today = p50(() -> outbox.counted("service@1", 0, Long.MAX_VALUE, TIME)) / 1e3;
            double settle = p50(SETTLES, () -> settleThousand(outbox));
            return String.format(
                    Locale.ROOT,
                    "| %d | %.1f | %.1f | %.0f | %.0f | %.0f | %.1f | %.0f | %.1f |",
                    rows,
                    Files.size(file) / (double) (1 << 20),
                    open,
                    check,
                    append,
                    oldest,
                    pending,
                    settle,
                    today);
        }
    }

    /** As the outbox writes them; by SQL, since a million commits take minutes. */
    private static void fill(Path file, int rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < " + rows
                    + ") insert into response(key, question, option, boot, uptime, offset, trusted) select i,"
                    + " 'service@1', 1 + i % 4, '" + TIME.boot() + "', i * 1000, 1795000000000, 1 from n where i <= "
                    + rows);
            statement.execute("pragma wal_checkpoint(truncate)");
        }
    }

    private static void check(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma quick_check(1)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void settleThousand(Outbox outbox) {
        PendingBatch batch = outbox.oldest(1_000);
        if (!batch.responses().isEmpty()) {
            long first = batch.responses().getFirst().number();
            outbox.settle(
                    batch.journal(),
                    List.of(new Receipt.Range(first, batch.responses().getLast().number())));
        }
    }

    private static double p50(Runnable act) {
        return p50(RUNS, act);
    }

    private static double p50(int runs, Runnable act) {
        return new Samples(DoubleStream.generate(() -> millis(act) * 1e3)
                        .limit(runs)
                        .boxed()
                        .toList())
                .median();
    }

    private static double millis(Runnable act) {
        long began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private OutboxTrialMain() {}
}
