package hymio.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged terminal in a network of its own, with one cable to the world, on which everything happens that happens
 * to cables. {@code -Dhymio.chaos.seed} is the seed.
 */
@EnabledIf(value = "hymio.e2e.Enclosure#possible", disabledReason = Enclosure.NEEDS_ROOT)
class NetworkIT {
    private static final long SEED = Long.getLong("hymio.chaos.seed", System.nanoTime());
    private static final int TIMES = Integer.getInteger("hymio.chaos.weathers", 1);

    @TempDir
    Path folder;

    @Test
    void everyThankedPressIsOnTheServerOnceWhateverTheNetworkDoes() throws Exception {
        System.out.println("chaos: seed " + SEED + ", bad networks");
        try (Enclosure enclosure = Enclosure.withNetwork();
                Cable cable = Cable.plug(enclosure);
                TownServer town = TownServer.start(folder);
                NameServer names = new NameServer(cable.near());
                Edge edge = edge(cable, town);
                PressedTerminal terminal = terminal(enclosure, cable, town, edge)) {
            terminal.startAndAwait();
            settle(terminal);
            List<Edge.Weather> weathers = weathers();
            for (Edge.Weather weather : weathers) {
                edge.weather(weather);
                press(terminal);
                edge.awaitMet(weather.attempts());
                press(terminal);
                edge.weather(Edge.Weather.FINE);
                settle(terminal);
            }
            pullTheCable(cable, terminal);
            startWithoutNames(names, terminal);
            System.out.println("chaos: networks | weathers " + (weathers.size() + 2) + " | "
                    + Reckoning.settle(town, folder.resolve("server"), List.of(terminal)));
        }
    }

    private static void pullTheCable(Cable cable, PressedTerminal terminal) throws InterruptedException {
        cable.pull();
        press(terminal);
        Thread.sleep(3_000);
        press(terminal);
        cable.putBack();
        settle(terminal);
    }

    /** A running JVM remembers names for a while; one that starts has to ask. */
    private static void startWithoutNames(NameServer names, PressedTerminal terminal) throws InterruptedException {
        names.fallSilent();
        terminal.kill();
        terminal.startAndAwait();
        press(terminal);
        names.awaitUnanswered();
        press(terminal);
        names.speak();
        settle(terminal);
    }

    private static void press(PressedTerminal terminal) {
        for (int option = 1; option <= 4; option++) {
            terminal.pressAndAwait(option);
        }
    }

    private static void settle(PressedTerminal terminal) {
        terminal.pressAndAwait(1);
        terminal.awaitSettled();
    }

    private static List<Edge.Weather> weathers() {
        List<Edge.Weather> all = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            all.addAll(Arrays.asList(Edge.Weather.values()));
        }
        Collections.shuffle(all, new Random(SEED));
        return all;
    }

    private static Edge edge(Cable cable, TownServer town) throws IOException {
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), town.port());
        return new Edge(
                cable.near(),
                server,
                RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    }

    private PressedTerminal terminal(Enclosure enclosure, Cable cable, TownServer town, Edge edge) throws Exception {
        Path resolver = folder.resolve("resolv.conf");
        Files.writeString(resolver, "nameserver " + cable.near().getHostAddress() + "\noptions timeout:1 attempts:1\n");
        enclosure.run("mount --bind " + resolver + " /etc/resolv.conf");
        String server = "http://palvelin.test:" + edge.port();
        return new PressedTerminal(
                "Aula", folder.resolve("kiosk"), server, town.code("Aula"), enclosure.prefix(), Map.of());
    }
}
