package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A display of 1280×800 under Xvfb, and hands on its keys and its glass. */
final class Window implements AutoCloseable {
    private final Program x;
    private final String display;

    static Window open() {
        Program x = new Program(
                "Xvfb",
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"),
                Map.of());
        return new Window(x, ":" + x.await("^[0-9]+$").group());
    }

    private Window(Program x, String display) {
        this.x = x;
        this.display = display;
    }

    /** For programs that shall open their window here. */
    String display() {
        return display;
    }

    void awaitTerminal() throws InterruptedException {
        xdotool("search", "--sync", "--onlyvisible", "--name", "Hymiö");
    }

    void key(int key) throws InterruptedException {
        xdotool("key", String.valueOf(key));
    }

    void holdKey(int key, long millis) throws InterruptedException {
        xdotool("keydown", String.valueOf(key));
        Thread.sleep(millis);
        xdotool("keyup", String.valueOf(key));
    }

    void type(String text) throws InterruptedException {
        xdotool("type", "--delay", "60", text);
    }

    void touch(int left, int top) throws InterruptedException {
        xdotool("mousemove", String.valueOf(left), String.valueOf(top), "click", "1");
    }

    void hold(int left, int top, long millis) throws InterruptedException {
        xdotool("mousemove", String.valueOf(left), String.valueOf(top), "mousedown", "1");
        Thread.sleep(millis);
        xdotool("mouseup", "1");
    }

    /** Touches one of four faces: they stand in the quarters of the width, a little above the middle. */
    void face(int face) throws InterruptedException {
        touch(1280 * (2 * face - 1) / 8 + (face <= 2 ? 20 : -20), 430);
    }

    /** Touches where nothing is. */
    void beside() throws InterruptedException {
        touch(5, 5);
    }

    @Override
    public void close() {
        x.close();
    }

    private void xdotool(String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        try (Program tool = new Program("xdotool", command, Map.of("DISPLAY", display))) {
            assertThat(tool.exit(Duration.ofSeconds(60)))
                    .as(String.join("\n", tool.lines()))
                    .isZero();
        }
    }
}
