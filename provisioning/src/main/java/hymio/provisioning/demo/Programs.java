package hymio.provisioning.demo;

import hymio.wire.BadWireException;
import hymio.wire.WireCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The real programs, started through the launcher as an administrator would.
 *
 * @param launcher the script {@code ./hymio}
 * @param folder holds the data of all of them
 * @param environment of this program; the others inherit it
 */
record Programs(Path launcher, Path folder, Map<String, String> environment) {
    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(1);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    Programs {
        environment = Map.copyOf(environment);
    }

    /** Starts a server on a free port. */
    Child server(Predicate<String> understands) {
        ProcessBuilder builder =
                command(Map.of(), "serve", "--data", data("server"), "--port", "0", "--poll-seconds", "2");
        return Child.start("The server", builder, understands);
    }

    /** Makes an access token at the server's data; it is never shown. */
    String token() throws InterruptedException {
        String name = "The command that makes a token";
        CompletableFuture<String> answer = new CompletableFuture<>();
        ProcessBuilder builder =
                command(Map.of(), "admin", "--data", data("server"), "token", "create", "demo", "--json");
        Child child = Child.start(name, builder, line -> {
            answer.complete(line);
            return true;
        });
        try {
            int exit = child.awaitEnd(LONGEST_COMMAND);
            if (exit != 0) {
                throw new DemoException(name + " ended with exit code " + exit + "." + child.lastLines());
            }
            byte[] json = answer.getNow("").getBytes(StandardCharsets.UTF_8);
            return new WireCodec().read(json, NewToken.class).token();
        } catch (BadWireException e) {
            throw new DemoException(name + " did not answer {\"token\":…}." + child.lastLines());
        } finally {
            Child.stop(List.of(child), Duration.ofSeconds(1));
        }
    }

    /**
     * Starts a terminal whose buttons are its standard input.
     *
     * @param number 1, 2, 3 …, names its data folder
     * @param server address of the server as the terminal shall see it
     */
    Child kiosk(
            int number, Station station, String server, String code, boolean screen, Predicate<String> understands) {
        List<String> words = new ArrayList<>(
                List.of("kiosk", "--data", data("terminal-" + number), "--server", server, "--code", code));
        if (!screen) {
            words.add("--no-screen");
        }
        return Child.start(
                "Terminal " + station.name(), command(kioskSettings(), words.toArray(String[]::new)), understands);
    }

    private Map<String, String> kioskSettings() {
        boolean display = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return Map.of(
                "HYMIO_KIOSK_GPIO_CHIP",
                "stdin",
                "HYMIO_KIOSK_GPIO_LINES",
                Terminal.GPIO_LINES,
                "HYMIO_KIOSK_REPORT",
                "true",
                "HYMIO_KIOSK_LONG_PRESS_MS",
                "3000", // a machine out of breath must not make a hold of a press
                "HYMIO_KIOSK_SOUND",
                "false", // six terminals at once in one room are noise
                "HYMIO_KIOSK_HEADLESS",
                String.valueOf(!display));
    }

    private ProcessBuilder command(Map<String, String> settings, String... words) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // Ctrl-C reaches every program of the console's group. In a session of their own the programs outlive it
            // for as long as the demo needs to count, and then the demo stops them.
            command.add(SETSID.toString());
        }
        command.add(launcher.toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().remove("HYMIO_TOKEN");
        builder.environment().putAll(settings);
        return builder;
    }

    private String data(String name) {
        return folder.resolve(name).toString();
    }

    private record NewToken(String token) {
        @Override
        public String toString() {
            return "NewToken[token=REDACTED]";
        }
    }
}
