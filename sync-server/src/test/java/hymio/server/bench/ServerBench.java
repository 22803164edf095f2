package hymio.server.bench;

import hymio.bench.BenchException;
import hymio.bench.Row;
import hymio.bench.Row.Reach;
import hymio.bench.Samples;
import hymio.server.db.Db;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The whole measurement of the server, one trial after the other, each on a fresh town. */
final class ServerBench {
    private static final int HUNDRED = 100;
    private static final int CONNECTIONS = 64;
    private static final int PLACES = 200;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Reach NONE = new Reach.None();

    /**
     * How much is measured.
     *
     * @param responses of each trial of ingest
     * @param herd terminals that come at once
     * @param each responses of each of them
     * @param towns sizes of the towns whose results are asked for, responses
     * @param starts of the server
     */
    record Plan(int responses, int herd, int each, List<Long> towns, int starts) {
        static final Plan USUAL = new Plan(1_000_000, 10_000, 500, List.of(1_000_000L, 10_000_000L), 7);
        static final Plan FULL = new Plan(2_000_000, 10_000, 500, List.of(1_000_000L, 10_000_000L, 100_000_000L), 7);
        static final Plan QUICK = new Plan(100_000, 500, 200, List.of(100_000L, 1_000_000L), 2);
    }

    private final Plan plan;
    private final ServerUnderTest.Command command;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> progress;
    private final WireCodec codec = new WireCodec();
    private final RandomGenerator random = new SplittableRandom(1);
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param work folder on the disk to measure; emptied
     * @param clock for the moments of presses, which must look recent to the server
     */
    ServerBench(Plan plan, ServerUnderTest.Command command, Path work, Clock clock, Consumer<String> progress) {
        this.plan = plan;
        this.command = command;
        this.work = work;
        this.clock = clock;
        this.progress = progress;
    }

    List<Row> measure() throws IOException, InterruptedException, ExecutionException, SQLException, BenchException {
        ingest();
        herd();
        dashboards();
        starts();
        return rows;
    }

    private void ingest() throws IOException, InterruptedException, SQLException, BenchException {
        BenchTown.Made town = BenchTown.make(fresh("ingest"), PLACES, CONNECTIONS);
        try (ServerUnderTest server = new ServerUnderTest(command, town.folder())) {
            progress.accept("ingest: warming up");
            batches(server, town, HUNDRED, plan.responses() / 4);
            Ingest single = batches(server, town, 1, plan.responses() / 50);
            Ingest hundred = batches(server, town, HUNDRED, plan.responses());
            Ingest thousand = batches(server, town, 1_000, plan.responses());
            progress.accept("the same rows by sqlite-jdbc alone");
            double bare = BareInsert.run(fresh("bare").resolve("bare.db"), plan.responses());
            String raw = "sqlite-jdbc alone, 10 000 rows a commit";
            rows.add(new Row("Responses a second, batches of 100", "/s", raw, hundred.perSecond(), bare, NONE));
            rows.add(new Row(
                    "Responses a second, batches of 1 000",
                    "/s",
                    raw,
                    thousand.perSecond(),
                    bare,
                    new Reach.LeastShare(0.45)));
            rows.add(new Row("CPU of a batch of 100", "µs", "", hundred.microsABatch(), 0, new Reach.Value(550, "µs")));
            rows.add(new Row("Single presses a second, one a request", "/s", "", single.perSecond(), 0, NONE));
            rows.add(new Row(
                    "A response on the wire, batches of 100", "B", "", hundred.bytes(), 0, new Reach.Value(11, "B")));
        }
    }

    /** @param bytes a response on the wire */
    private record Ingest(double perSecond, double microsABatch, double bytes) {}

    private Ingest batches(ServerUnderTest server, BenchTown.Made town, int size, int responses)
            throws IOException, InterruptedException, BenchException {
        List<List<byte[]>> requests =
                requests(town, size, responses / town.bearers().size());
        long batches = requests.stream().mapToLong(List::size).sum();
        double bytes = requests.stream()
                .flatMap(List::stream)
                .mapToLong(it -> it.length)
                .sum();
        long cpu = server.cpuMicros();
        Crowd.Result result = new Crowd(server.port()).send(requests);
        double micros = (server.cpuMicros() - cpu) / (double) batches;
        progress.accept(String.format(
                Locale.ROOT,
                "ingest: batches of %d: %.0f responses/s, %.0f µs CPU a batch",
                size,
                batches * size / result.seconds(),
                micros));
        double head = RawClient.post(Wire.BATCHES, town.bearers().getFirst(), new byte[0]).length;
        return new Ingest(
                batches * size / result.seconds(), micros, (bytes - head * batches) / ((double) batches * size));
    }

    private List<List<byte[]>> requests(BenchTown.Made town, int size, int each) {
        List<List<byte[]>> all = new ArrayList<>();
        for (String bearer : town.bearers()) {
            Presses presses = new Presses(random, clock.millis(), MONTH.toMillis(), each);
            List<byte[]> mine = new ArrayList<>();
            for (int left = each; left >= size; left -= size) {
                mine.add(RawClient.post(Wire.BATCHES, bearer, Presses.gzip(codec, presses.next(size))));
            }
            all.add(mine);
        }
        return all;
    }

    private void herd() throws IOException, InterruptedException, BenchException {
        progress.accept("herd: " + plan.herd() + " terminals are enrolled");
        BenchTown.Made town = BenchTown.make(fresh("herd"), PLACES, plan.herd());
        List<List<byte[]>> requests = requests(town, HUNDRED, plan.each());
        long expected = (long) plan.herd() * plan.each();
        double peak;
        Crowd.Result first;
        Crowd.Result again;
        try (ServerUnderTest server = new ServerUnderTest(command, town.folder())) {
            first = new Crowd(server.port()).send(requests);
            progress.accept(String.format(Locale.ROOT, "herd: drained in %.1f s; all of it again", first.seconds()));
            again = new Crowd(server.port()).send(requests);
            peak = server.peakMib();
        }
        count(town.folder(), expected);
        String what = String.format(Locale.ROOT, "Herd: %d terminals × %d responses", plan.herd(), plan.each());
        rows.add(new Row(what, "s", "", first.seconds(), 0, new Reach.Value(20, "s")));
        rows.add(new Row(what + ", all of it again", "s", "the first time", again.seconds(), first.seconds(), NONE));
        rows.add(new Row("Herd: most memory of the server", "MiB", "", peak, 0, NONE));
        rows.add(new Row("Herd: lost or doubled", "", "", 0, 0, new Reach.Value(0, "")));
    }

    /** Neither a response nor a tally more or less than was sent. */
    private static void count(Path folder, long expected) throws BenchException {
        try (Db db = Db.open(folder.resolve("hymio.db"))) {
            long stored = one(db, "select count(*) from response");
            long tallied = one(db, "select coalesce(sum(n), 0) from tally_day");
            if (stored != expected || tallied != expected) {
                throw new BenchException(
                        "of " + expected + " responses " + stored + " are stored and " + tallied + " are counted");
            }
        }
    }

    private static long one(Db db, String sql) {
        return db.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void dashboards() throws IOException, InterruptedException, ExecutionException, BenchException {
        BenchTown.Made town = BenchTown.make(fresh("dash"), PLACES, 5 * PLACES);
        long stored = 0;
        double before = 0;
        for (long size : plan.towns()) {
            BenchTown.fill(town.folder(), stored, size, clock.millis(), done -> {
                if (done % 1_000_000 < 2_000) {
                    progress.accept("results: filling, " + done + " of " + size);
                }
            });
            stored = size;
            before = ask(town, size, before);
        }
        try (Db db = Db.open(town.folder().resolve("hymio.db"))) {
            double bytes = one(db, "select sum(pgsize) from dbstat where name = 'response'") / (double) stored;
            double all = one(db, "select sum(pgsize) from dbstat") / (double) stored;
            String of = ", of " + millions(stored);
            rows.add(new Row("A response stored" + of, "B", "", bytes, 0, new Reach.Value(27, "B")));
            rows.add(new Row("All that is stored, a response" + of, "B", "", all, 0, NONE));
        }
    }

    /** @return the median of a year of a place by hour, milliseconds */
    private double ask(BenchTown.Made town, long size, double smaller) throws IOException, BenchException {
        String today = clock.instant().toString().substring(0, 10);
        String year = clock.instant().minus(Duration.ofDays(364)).toString().substring(0, 10);
        String month = clock.instant().minus(Duration.ofDays(29)).toString().substring(0, 10);
        try (ServerUnderTest server = new ServerUnderTest(command, town.folder());
                RawClient client = new RawClient(server.port())) {
            double place = asked(client, town, "kirjasto-7", "hour", year, today);
            double all = asked(client, town, "kaupunki", "day", month, today);
            String what = "of " + millions(size);
            boolean most = size == 100_000_000L;
            rows.add(new Row(
                    "A place, a year by hour, " + what,
                    "ms",
                    smaller == 0 ? "" : "a tenth of that",
                    place,
                    smaller,
                    most ? new Reach.Value(20, "ms") : smaller == 0 ? NONE : new Reach.Share(1.3)));
            rows.add(new Row("All places, 30 days by day, " + what, "ms", "", all, 0, NONE));
            return place;
        }
    }

    private double asked(RawClient client, BenchTown.Made town, String place, String grain, String from, String to)
            throws IOException, BenchException {
        byte[] request = RawClient.get(
                Wire.RESULTS + "?location=" + place + "&grain=" + grain + "&from=" + from + "&to=" + to, town.token());
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long begun = System.nanoTime();
            RawClient.Answer answer = client.send(request);
            if (answer.status() != 200) {
                throw new BenchException("results: " + new String(answer.body()));
            }
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        double median = new Samples(millis.subList(20, millis.size())).median();
        progress.accept(String.format(Locale.ROOT, "results: %s by %s: %.1f ms", place, grain, median));
        return median;
    }

    private void starts() throws IOException, BenchException {
        BenchTown.Made town = BenchTown.make(fresh("start"), PLACES, PLACES);
        List<Double> millis = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i <= plan.starts(); i++) {
            long begun = System.nanoTime();
            try (ServerUnderTest server = new ServerUnderTest(command, town.folder());
                    RawClient client = new RawClient(server.port())) {
                if (client.send(RawClient.get("/healthz", "none")).status() != 200) {
                    throw new BenchException("the server is not well after its start");
                }
                millis.add((System.nanoTime() - begun) / 1e6);
                cpu.add(server.cpuMicros() / 1e3);
            }
        }
        progress.accept("starts: " + millis);
        rows.add(new Row(
                "Start to the first answer",
                "ms",
                "",
                new Samples(millis.subList(1, millis.size())).median(),
                0,
                new Reach.Value(1_000, "ms")));
        rows.add(new Row("Start: CPU time", "ms", "", new Samples(cpu.subList(1, cpu.size())).median(), 0, NONE));
    }

    private static String millions(long responses) {
        return String.format(Locale.ROOT, "%s million", responses / 1e6).replace(".0 ", " ");
    }

    private Path fresh(String name) throws IOException {
        Path folder = work.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(ServerBench::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
