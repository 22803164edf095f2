package hymio.kiosk.screen;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.paint.Color;

/**
 * A block at its place.
 *
 * @param x where its lines are anchored, pixels
 * @param top of its first line, pixels
 * @param anchor 0: lines start at x, 0.5: are centred on it, 1: end there
 */
record Placed(Block block, double x, double top, double anchor) {
    Rectangle2D bounds() {
        return new Rectangle2D(x - anchor * block.width(), top, block.width(), block.height());
    }

    double bottom() {
        return top + block.height();
    }

    Node in(Color color) {
        return block.at(x, top, anchor, color);
    }
}
