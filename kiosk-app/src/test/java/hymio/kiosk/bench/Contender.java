package hymio.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** A program that shows the question on a display. */
sealed interface Contender {
    String name();

    /** Where it writes what it has to say; begun anew at each start. */
    Path log();

    /** How it is started on a display, with its files from the last time. */
    ProcessBuilder program(String display) throws IOException;

    /**
     * The terminal as it is shipped: enrolled, with a config, its server out of reach.
     *
     * @param script {@code kiosk.sh}
     * @param data its data folder, kept from start to start
     */
    record Hymio(Path script, Path data) implements Contender {
        @Override
        public String name() {
            return "Hymiö";
        }

        @Override
        public Path log() {
            return data.resolveSibling("hymio.log");
        }

        @Override
        public ProcessBuilder program(String display) throws IOException {
            Files.createDirectories(data);
            Files.copy(
                    script.resolveSibling("rehearsal.json"),
                    data.resolve("config.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(data.resolve("identity"), "0".repeat(43) + "\nt-bench\n");
            ProcessBuilder program = onDisplay(
                    this, display, script.toString(), "--data", data.toString(), "--server", "https://127.0.0.1:9");
            program.environment().put("HYMIO_KIOSK_THANKS_MS", "500");
            return program;
        }
    }

    /**
     * Debian's Chromium with an equal page.
     *
     * @param work folder for the page and the profile, which is kept from start to start
     */
    record Chromium(Path work) implements Contender {
        @Override
        public String name() {
            return "Chromium --kiosk";
        }

        @Override
        public Path log() {
            return work.resolve("chromium.log");
        }

        @Override
        public ProcessBuilder program(String display) throws IOException {
            Files.createDirectories(work);
            Path page = work.resolve("page.html");
            try (var from = Objects.requireNonNull(Chromium.class.getResourceAsStream("page.html"))) {
                Files.write(page, from.readAllBytes());
            }
            return onDisplay(
                    this,
                    display,
                    "chromium",
                    "--kiosk",
                    "--no-sandbox", // root may not have one; without it Chromium starts a little faster
                    "--no-first-run",
                    "--no-default-browser-check",
                    "--window-position=0,0",
                    "--window-size=" + Xvfb.WIDTH + "," + Xvfb.HEIGHT,
                    "--user-data-dir=" + work.resolve("profile"),
                    page.toUri().toString());
        }
    }

    private static ProcessBuilder onDisplay(Contender contender, String display, String... command) {
        ProcessBuilder program = new ProcessBuilder(List.of(command))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(contender.log().toFile());
        program.environment().keySet().removeIf(it -> it.startsWith("HYMIO_") || it.endsWith("_OPTIONS"));
        program.environment().remove("WAYLAND_DISPLAY");
        program.environment().put("DISPLAY", display);
        program.environment().put("LC_ALL", "C.UTF-8");
        return program;
    }
}
