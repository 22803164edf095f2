package hymio.provisioning.demo;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.api.ServerException;
import hymio.wire.CodeRequest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run: starts the server and the terminals of a town, lets visitors press, and compares every number. Closing it
 * stops all it started. For one thread; an interrupt ends the pressing early.
 */
final class Demo implements AutoCloseable {
    /** A press on what came up just now is none: nobody can have read it. */
    private static final long SETTLE_MILLIS = 1_000;

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(6);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration SYNC = Duration.ofMinutes(1);
    /** A receipt comes after commit, so numbers that still differ so long after the last one will not agree. */
    private static final Duration GRACE = Duration.ofSeconds(4);
    /** Whoever pressed Ctrl-C or sent a TERM signal does not wait long. */
    private static final Duration SYNC_IN_A_HURRY = Duration.ofSeconds(8);
    /** The station that loses its network. */
    private static final int CUT = 1;

    private static final Pattern READY = Pattern.compile("Hymi.{1,2} server ready at (http://\\S+)");
    private static final Pattern LINK = Pattern.compile(".*?(http://\\S+/setup\\?token=\\S+)");

    private final Town town;
    private final Options options;
    private final Programs programs;
    private final LiveLine live;
    private final Clock clock;
    private final List<Child> children = new ArrayList<>();
    private final List<Terminal> terminals = new ArrayList<>();

    /**
     * What the person asked for.
     *
     * @param seconds how long visitors press; empty is until interrupted
     * @param screen whether the first terminal has a screen
     * @param seed of all that is random
     */
    record Options(OptionalInt seconds, boolean screen, long seed) {}

    Demo(Town town, Options options, Programs programs, LiveLine live, Clock clock) {
        this.town = town;
        this.options = options;
        this.programs = programs;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Runs to the end and prints the table.
     *
     * @return whether all numbers agree
     * @throws DemoException when a program could not be started or ended by itself, or the server refused
     * @throws InterruptedException when interrupted before the first press or after the last
     */
    boolean run() throws InterruptedException {
        CompletableFuture<String> link = new CompletableFuture<>();
        URI url = URI.create(startServer(link));
        try (ServerApi server = new ServerApi(url.toString(), programs.token(), ANSWER);
                Relay relay = new Relay(new InetSocketAddress(url.getHost(), url.getPort()))) {
            live.event("Making the town: " + town.places().size() + " places…");
            town.places().forEach(server::add);
            CompareNumbers numbers = new CompareNumbers(town, server, terminals, clock);
            startTerminals(server, url, relay);
            Thread.sleep(SETTLE_MILLIS);
            live.event("Visitors are coming. Set a password, sign in and watch: " + link.join());
            boolean whole = press(relay);
            live.event(whole ? "No more visitors. Waiting for the last responses…" : "Stopping…");
            return report(settled(numbers, whole ? SYNC : SYNC_IN_A_HURRY));
        } catch (ServerException e) {
            throw new DemoException(e.getMessage() + children.getFirst().lastLines());
        }
    }

    @Override
    public void close() {
        live.wipe();
        Child.stop(children, STOP);
    }

    private String startServer(CompletableFuture<String> link) throws InterruptedException {
        live.event("Starting the server…");
        CompletableFuture<String> ready = new CompletableFuture<>();
        Child server = programs.server(line -> match(READY, line, ready) || match(LINK, line, link));
        children.add(server);
        String url = server.await(ready, "become ready", START);
        server.await(link, "print its set-up link", START);
        return url;
    }

    private void startTerminals(ServerApi server, URI url, Relay relay) throws InterruptedException {
        List<Child> kiosks = new ArrayList<>();
        for (Station station : town.stations()) {
            int index = terminals.size();
            live.event("Starting terminal " + (index + 1) + " of "
                    + town.stations().size() + ": " + station.name() + "…");
            Terminal terminal = new Terminal(station);
            String code = server.code(new CodeRequest(station.location(), station.name()))
                    .code();
            String seen = index == CUT ? "http://127.0.0.1:" + relay.port() + "/" : url.toString();
            Child kiosk = programs.kiosk(
                    index + 1, station, seen, code, options.screen() && index == 0, terminal::understands);
            terminals.add(terminal);
            children.add(kiosk);
            kiosks.add(kiosk);
        }
        for (int i = 0; i < kiosks.size(); i++) {
            kiosks.get(i).await(terminals.get(i).ready(), "become ready", START);
        }
    }

    /** Returns whether the time is up; false when interrupted before. */
    private boolean press(Relay relay) throws InterruptedException {
        Crowd crowd = new Crowd();
        for (int i = 0; i < terminals.size(); i++) {
            Terminal terminal = terminals.get(i);
            Visitors visitors = new Visitors(terminal.station(), new Random(options.seed() + i));
            crowd.sendTo(terminal, children.get(i + 1).input(), visitors);
        }
        boolean whole = watch(relay);
        crowd.close();
        return whole;
    }

    private boolean watch(Relay relay) throws InterruptedException {
        Outage outage =
                options.seconds().isPresent() ? Outage.during(options.seconds().getAsInt()) : Outage.everyMinute();
        long millis = options.seconds().isPresent() ? options.seconds().getAsInt() * 1_000L : Long.MAX_VALUE;
        long began = System.nanoTime();
        boolean away = false;
        try {
            for (long now = 0; now < millis; now = (System.nanoTime() - began) / 1_000_000) {
                away = network(relay, away, outage.at(now));
                tick(away);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        } finally {
            network(relay, away, false);
        }
    }

    private boolean network(Relay relay, boolean was, boolean away) {
        String name = town.stations().get(CUT).name();
        if (away && !was) {
            relay.cut();
            live.event("The network of " + name + " is cut. Its visitors press on.");
        } else if (was && !away) {
            relay.mend();
            live.event("The network of " + name + " is back.");
        }
        return away;
    }

    /** Waits until the server has all that is stored, at most so long, and then a little for the numbers to agree. */
    private Comparison settled(CompareNumbers numbers, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (sum(Terminal::synced) < sum(t -> t.stored().total()) && System.nanoTime() < end) {
            tick(false);
        }
        long graceEnd = Math.min(end, System.nanoTime() + GRACE.toNanos());
        Comparison comparison = numbers.compare();
        while (!comparison.differences().isEmpty() && System.nanoTime() < graceEnd) {
            tick(false);
            comparison = numbers.compare();
        }
        return comparison;
    }

    private boolean report(Comparison comparison) {
        live.event("\n" + comparison.table() + "\n");
        List<String> differences = comparison.differences();
        differences.forEach(live::event);
        live.event(
                differences.isEmpty()
                        ? "Every press is stored and shown, for each location, terminal and face."
                        : "The numbers differ: " + differences.size() + " differences, named above.");
        return differences.isEmpty();
    }

    private void tick(boolean away) throws InterruptedException {
        for (Child child : children) {
            child.check();
        }
        live.tick("pressed %d  stored %d  synced %d%s"
                .formatted(
                        sum(t -> t.pressed().total()),
                        sum(t -> t.stored().total()),
                        sum(Terminal::synced),
                        away ? "  no network: " + town.stations().get(CUT).name() : ""));
        Thread.sleep(TICK);
    }

    private long sum(ToLongFunction<Terminal> count) {
        return terminals.stream().mapToLong(count).sum();
    }

    private static boolean match(Pattern pattern, String line, CompletableFuture<String> found) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() && found.complete(matcher.group(1));
    }
}
