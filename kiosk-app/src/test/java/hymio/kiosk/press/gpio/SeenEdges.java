package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.press.ButtonEdge;
import hymio.kiosk.press.EdgeListener;
import hymio.wire.PressTime;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what buttons tell. */
class SeenEdges implements EdgeListener {
    final BlockingQueue<ButtonEdge> edges = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> alreadyDown = new LinkedBlockingQueue<>();
    final BlockingQueue<String> lost = new LinkedBlockingQueue<>();

    @Override
    public void edge(ButtonEdge edge) {
        edges.add(edge);
    }

    @Override
    public void alreadyDown(int button, PressTime time) {
        alreadyDown.add(button);
    }

    @Override
    public void lost() {
        lost.add("lost");
    }

    ButtonEdge next() throws InterruptedException {
        return within(edges);
    }

    /** Such as {@code 1 down}. */
    String nextWord() throws InterruptedException {
        ButtonEdge edge = next();
        return edge.button() + (edge.down() ? " down" : " up");
    }

    static <T> T within(BlockingQueue<T> queue) throws InterruptedException {
        T item = queue.poll(10, TimeUnit.SECONDS);
        assertThat(item).as("something within 10 s").isNotNull();
        return item;
    }
}
