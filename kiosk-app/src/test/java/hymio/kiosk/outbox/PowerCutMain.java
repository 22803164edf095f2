package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import hymio.wire.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Says what the outbox on the disk of the test machine holds, then stores responses and says each number once
 * {@link Outbox#append} has returned, until somebody cuts the power. Started by {@link KernelPowerCutTest}.
 */
final class PowerCutMain {
    private static final Path FILE = Path.of("/run/disk/outbox.db");
    private static final PressTime TIME = new PressTime(new UUID(1, 2), 1_000, 500, false);

    public static void main(String[] args) throws SQLException {
        try (Outbox outbox = Outbox.open(FILE)) {
            System.out.println("found " + outbox.last() + " journal " + outbox.journal() + " gaps " + gaps(outbox)
                    + " integrity " + integrity());
            for (long next = outbox.last() + 1; true; next++) {
                long number = outbox.append(0, "service@1", option(next), TIME, Response.Extra.NONE);
                System.out.println("stored " + number);
            }
        }
    }

    private static int option(long number) {
        return (int) (1 + number % 4);
    }

    /** How many of the numbers given so far are not there with their option; each option has its share of them. */
    private static long gaps(Outbox outbox) {
        Map<Integer, Long> counts = outbox.counted("service@1", 0, Long.MAX_VALUE, TIME);
        long last = outbox.last();
        return IntStream.rangeClosed(1, 4)
                .mapToLong(option -> Math.abs(share(option, last) - counts.getOrDefault(option, 0L)))
                .sum();
    }

    private static long share(int option, long last) {
        return LongStream.rangeClosed(1, last)
                .filter(number -> option(number) == option)
                .count();
    }

    private static String integrity() throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + FILE);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check")) {
            row.next();
            return row.getString(1);
        }
    }

    private PowerCutMain() {}
}
