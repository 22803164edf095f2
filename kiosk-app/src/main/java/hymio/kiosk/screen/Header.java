package hymio.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/**
 * The town's logo and the name of the place, where a screen begins to be read; the same on every screen.
 *
 * @param name of the place, laid out from left to right
 * @param logo where it stands, laid out from left to right
 * @param bottom nothing else of the screen reaches above this, pixels
 */
record Header(Placed name, Optional<Rectangle2D> logo, double bottom) {
    /** Share of the width that a logo may take. */
    private static final double WIDEST = 0.3;

    static Header of(Sight sight) {
        return of(sight, sight.frame().contentWidth());
    }

    /** @param width room, pixels */
    static Header of(Sight sight, double width) {
        Frame frame = sight.frame();
        double size = frame.font(20, 26);
        double height = (frame.large() ? 1 : 2) * size * Type.LINE;
        Optional<Rectangle2D> logo = sight.town().logo().map(image -> fit(image, frame, height));
        double left = logo.map(it -> it.getMaxX() + size / 2).orElse(frame.left());
        Block block = Block.fit(sight.town().place(), Type.SEMIBOLD, size, frame.left() + width - left, height);
        double tall = Math.max(block.height(), logo.map(Rectangle2D::getHeight).orElse(0.0));
        double top = frame.top() + (tall - block.height()) / 2;
        return new Header(
                new Placed(block, left, top, 0),
                logo.map(it -> new Rectangle2D(
                        it.getMinX(), frame.top() + (tall - it.getHeight()) / 2, it.getWidth(), it.getHeight())),
                frame.top() + tall);
    }

    private static Rectangle2D fit(Image image, Frame frame, double height) {
        double scale = Math.min(height / image.getHeight(), frame.contentWidth() * WIDEST / image.getWidth());
        return new Rectangle2D(frame.left(), frame.top(), image.getWidth() * scale, image.getHeight() * scale);
    }

    /** What staff hold: the name and what is round it, up to the corner of the screen. */
    Rectangle2D target(Sight sight) {
        double width = Math.max(sight.frame().target(), name.bounds().getMaxX());
        return sight.at(
                new Rectangle2D(0, 0, width, Math.max(bottom, sight.frame().target() / 2)));
    }

    List<Node> draw(Sight sight) {
        List<Node> nodes = new ArrayList<>();
        sight.town().logo().ifPresent(image -> logo.ifPresent(box -> nodes.add(draw(image, sight.at(box)))));
        nodes.add(sight.text(name, sight.theme().muted()));
        return nodes;
    }

    private static Node draw(Image image, Rectangle2D box) {
        ImageView view = new ImageView(image);
        view.setX(box.getMinX());
        view.setY(box.getMinY());
        view.setFitWidth(box.getWidth());
        view.setFitHeight(box.getHeight());
        view.setSmooth(true);
        return view;
    }
}
