package hymio.kiosk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An X server of our own, without a monitor and without a window manager. */
final class Xvfb implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;

    private final Process process;
    private final String display;
    private final FrameBuffer pixels;

    /** @param folder for its frame buffer, on a disk or in memory; a few megabytes */
    Xvfb(Path folder) throws IOException {
        // It chooses its own display number and says it, so that other X servers are never in the way.
        process = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-fbdir",
                        folder.toString(),
                        "-nolisten",
                        "tcp",
                        "-noreset") // else it begins anew when a program leaves, and the next one finds no display
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader();
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        display = ":" + number.strip();
        pixels = new FrameBuffer(folder.resolve("Xvfb_screen0"), WIDTH, HEIGHT);
    }

    String display() {
        return display;
    }

    FrameBuffer pixels() {
        return pixels;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
