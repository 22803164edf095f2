package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged terminal and server under the real clock, killed by SIGKILL at random instants while keys and buttons
 * are pressed. {@code -Dhymio.chaos.rounds} is how many kills there are at least, {@code -Dhymio.chaos.seed} the seed.
 */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("hymio.chaos.rounds", 75);
    private static final long SEED = Long.getLong("hymio.chaos.seed", System.nanoTime());
    /** Below the ports that the kernel gives to callers: one of those could hold it while the server is away. */
    private static final int LOWEST_PORT = 20_000;

    @TempDir
    Path folder;

    private final AtomicInteger kills = new AtomicInteger();
    private int serverKills;

    @Test
    void everyThankedPressIsOnTheServerOnceHoweverOftenBothAreKilled() throws Exception {
        System.out.println("chaos: seed " + SEED + ", at least " + ROUNDS + " kills");
        prepareStartCache();
        try (Window window = Window.open();
                TownServer town = TownServer.start(List.of(), folder.resolve("server"), port());
                PressedTerminal screen = terminal(town, "Aula", screenSettings(window));
                PressedTerminal buttons = terminal(town, "Ovi", Map.of());
                ExecutorService together = Executors.newCachedThreadPool()) {
            RandomGenerator seeds = random(SEED);
            List<Future<Object>> loops = together.invokeAll(List.<Callable<Object>>of(
                    lives(screen, random(seeds.nextLong()), option -> pressThroughX(screen, window, option)),
                    lives(buttons, random(seeds.nextLong()), buttons::press),
                    serverLives(town, random(seeds.nextLong()))));
            for (Future<Object> loop : loops) {
                loop.get();
            }
            heal(screen);
            heal(buttons);
            String line = Reckoning.settle(town, folder.resolve("server"), List.of(screen, buttons));
            Reckoning.expectOneJournal(folder.resolve("server"), screen);
            Reckoning.expectOneJournal(folder.resolve("server"), buttons);
            System.out.println("chaos: kill -9 | server killed " + serverKills + " | " + line);
            assertThat(kills.get()).isGreaterThanOrEqualTo(ROUNDS);
        }
    }

    /** A hand that presses one of four faces. */
    private interface Hand {
        void press(int option) throws InterruptedException;
    }

    private static void pressThroughX(PressedTerminal terminal, Window window, int option) throws InterruptedException {
        terminal.pressedElsewhere();
        window.key(option);
    }

    /** Starts, presses and kills the terminal until there were kills enough. */
    private Callable<Object> lives(PressedTerminal terminal, RandomGenerator random, Hand hand) {
        return () -> {
            while (kills.get() < ROUNDS) {
                terminal.start();
                live(terminal, random, hand);
                assertThat(terminal.life().running())
                        .as(() -> "ended by itself:\n"
                                + String.join("\n", terminal.life().lines()))
                        .isTrue();
                terminal.kill();
                kills.incrementAndGet();
            }
            return terminal;
        };
    }

    /** One life: one in four ends somewhere in the start, the others while the terminal is pressed. */
    private static void live(PressedTerminal terminal, RandomGenerator random, Hand hand) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            Thread.sleep(random.nextLong(1_500));
            return;
        }
        terminal.life().await("terminal ready");
        long end = System.nanoTime() + Duration.ofMillis(random.nextLong(2_500)).toNanos();
        long pace = random.nextLong(1, 150); // some drum, so that kills fall into commits
        while (System.nanoTime() < end) {
            hand.press(random.nextInt(1, 5));
            Thread.sleep(random.nextLong(pace));
        }
    }

    private Callable<Object> serverLives(TownServer town, RandomGenerator random) {
        return () -> {
            while (kills.get() < ROUNDS) {
                Thread.sleep(random.nextLong(5_000));
                assertThat(town.program().running())
                        .as(() -> "ended by itself:\n"
                                + String.join("\n", town.program().lines()))
                        .isTrue();
                town.kill();
                serverKills++;
                kills.incrementAndGet();
                Thread.sleep(random.nextLong(500));
                town.startAgain();
            }
            town.awaitReady();
            return town;
        };
    }

    /** One more life, which goes well. */
    private static void heal(PressedTerminal terminal) throws InterruptedException {
        terminal.startAndAwait();
        for (int option = 1; option <= 4; option++) {
            terminal.pressAndAwait(option);
        }
        terminal.awaitSettled();
        assertThat(terminal.promised()).hasSizeGreaterThan(4);
    }

    private PressedTerminal terminal(TownServer town, String name, Map<String, String> settings)
            throws InterruptedException {
        return new PressedTerminal(name, folder.resolve(name), town.url, town.code(name), List.of(), settings);
    }

    private static Map<String, String> screenSettings(Window window) {
        return Map.of("HYMIO_KIOSK_SCREEN", "true", "DISPLAY", window.display());
    }

    /** As a package's installation does; without it each life would start slower. */
    private static void prepareStartCache() throws InterruptedException {
        try (Program prepare = Program.kiosk(List.of(), Map.of(), List.of("--prepare"))) {
            prepare.exit(Duration.ofMinutes(3));
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static int port() throws IOException {
        for (int port = LOWEST_PORT; ; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                if (port == LOWEST_PORT + 1_000) {
                    throw e;
                }
            }
        }
    }
}
