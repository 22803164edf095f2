package hymio.kiosk.screen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** A sheet that lies over a step: a title where there is room, and rows of tiles of equal width. */
final class Sheet {
    private static final double WIDEST_MM = 240;
    private static final double TALLEST_TILE_MM = 32;
    /** A panel narrower than this has 4 mm between the tiles instead of 8. */
    private static final double ROOMY_MM = 110;
    /** Smallest size of a label, of the size wanted, for which tiles may have different widths. */
    private static final double SMALLER = 0.86;

    /** Side of the check mark beside a state, in font sizes. */
    private static final double CHECK = 1.15;

    /** Left and right of a label together. */
    private static final double PADDING_MM = 2;

    private static final double LEAST_PADDING_MM = 1.4;

    /** Share of a tile that its sign takes at most. */
    private static final double SIGN = 0.33;

    private final Sight sight;
    private final Frame frame;
    private final Theme theme;
    private final Board board;
    private final double gap;
    private final double margin;

    private Sheet(Sight sight) {
        this.sight = sight;
        frame = sight.frame();
        theme = sight.theme();
        board = new Board(sight);
        boolean roomy = !frame.low() && frame.width() > frame.mm(ROOMY_MM);
        gap = frame.mm(roomy ? 8 : 4);
        margin = frame.mm(roomy ? 8 : 2);
    }

    /** @param rows of tiles, from top to bottom */
    static View of(Sight sight, String title, List<List<Tile>> rows) {
        Sheet sheet = new Sheet(sight);
        sheet.draw(title, rows);
        return sheet.board;
    }

    /** The ground of a sheet, for what is laid out otherwise. */
    static Node ground(Sight sight, Rectangle2D box) {
        Rectangle ground = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        ground.setArcWidth(sight.frame().mm(8));
        ground.setArcHeight(sight.frame().mm(8));
        ground.setFill(sight.theme().paper());
        ground.setStroke(sight.theme().muted());
        ground.setStrokeWidth(2);
        return ground;
    }

    private void draw(String title, List<List<Tile>> rows) {
        Optional<Block> head = head(title);
        double headHeight = head.map(it -> it.height() + gap).orElse(0.0);
        double edge = frame.mm(2);
        double width = Math.min(frame.width() - 2 * edge, frame.mm(WIDEST_MM));
        double most = frame.height() - 2 * edge - 2 * margin - headHeight;
        double tile = Math.min(frame.mm(TALLEST_TILE_MM), (most - (rows.size() - 1) * gap) / rows.size());
        double height = rows.size() * (tile + gap) - gap + 2 * margin + headHeight;
        double left = (frame.width() - width) / 2;
        // In reach of a hand from a wheelchair: at the bottom of a tall screen.
        double top = frame.portrait() ? frame.height() - edge - height : (frame.height() - height) / 2;
        board.add(ground(sight, new Rectangle2D(left, top, width, height)));
        head.ifPresent(it -> board.text(new Placed(it, left + margin, top + margin, 0), theme.ink()));
        double y = top + margin + headHeight;
        for (List<Tile> row : rows) {
            row(row, new Rectangle2D(left + margin, y, width - 2 * margin, tile));
            y += tile + gap;
        }
    }

    private Optional<Block> head(String title) {
        if (frame.low()) {
            return Optional.empty();
        }
        double size = Math.max(frame.letters(), frame.font(0, 40));
        double width = Math.min(frame.width(), frame.mm(WIDEST_MM)) - 4 * margin;
        return Optional.of(Block.fit(title, Type.BOLD, size, width, size * Type.LINE));
    }

    /** How wide the tiles of a row are, and how large their labels may be. */
    private record Widths(List<Double> tiles, double room, double size) {}

    private void row(List<Tile> tiles, Rectangle2D room) {
        Widths widths = widths(tiles, room.getWidth());
        Rectangle2D inner = new Rectangle2D(0, 0, widths.room(), room.getHeight() - frame.mm(frame.low() ? 0.5 : 2));
        boolean states = tiles.stream().anyMatch(tile -> tile.state().isPresent());
        boolean signs = tiles.stream().anyMatch(tile -> tile.sign().isPresent());
        double below = states ? frame.letters() * Type.LINE : 0;
        double sign = signs ? Math.min(frame.mm(10), inner.getHeight() * SIGN) : 0;
        List<Block> labels = labels(tiles, widths.size(), inner.getWidth(), inner.getHeight() - below - sign);
        List<Block> bare = labels(tiles, widths.size(), inner.getWidth(), inner.getHeight() - below);
        if (states && bare.getFirst().size() > labels.getFirst().size()) {
            sign = 0; // letters come before pictures; a check mark stands beside the state
            labels = bare;
        }
        double x = room.getMinX();
        for (int i = 0; i < tiles.size(); i++) {
            Rectangle2D box =
                    sight.at(new Rectangle2D(x, room.getMinY(), widths.tiles().get(i), room.getHeight()));
            board.add(tile(tiles.get(i), labels.get(i), sign, box));
            board.spot(tiles.get(i).control(), box);
            x += widths.tiles().get(i) + gap;
        }
    }

    private static List<Block> labels(List<Tile> tiles, double size, double width, double height) {
        List<String> texts = tiles.stream().map(Tile::label).toList();
        return Block.fit(texts, Type.SEMIBOLD, size, width, height);
    }

    /**
     * Equal, unless the letters would be small then and different widths help. Letters are large also before large text
     * is chosen: this is for those who need it.
     */
    private Widths widths(List<Tile> tiles, double room) {
        double padding = padding();
        double most = room - (tiles.size() - 1) * gap;
        double equal = most / tiles.size();
        Widths even = new Widths(Collections.nCopies(tiles.size(), equal), equal - padding, frame.letters());
        if (labels(tiles, frame.letters(), even.room(), frame.target())
                        .getFirst()
                        .size()
                >= frame.letters()) {
            return even;
        }
        List<Block> lines = labels(tiles, frame.letters(), room, frame.letters() * Type.LINE);
        for (double smaller = 1; smaller >= SMALLER; smaller -= 0.02) {
            double scale = smaller;
            List<Double> natural = lines.stream()
                    .map(line -> Math.max(frame.target(), line.width() * scale + padding))
                    .toList();
            double spare = most - natural.stream().mapToDouble(it -> it).sum();
            if (spare >= 0) {
                List<Double> tileWidths =
                        natural.stream().map(it -> it + spare / tiles.size()).toList();
                return new Widths(tileWidths, room, frame.letters() * smaller);
            }
        }
        return even;
    }

    private Node tile(Tile tile, Block label, double sign, Rectangle2D box) {
        Color color = tile.on() ? theme.paper() : theme.ink();
        Group group = new Group(shape(box, tile.on()));
        double beside = box.getWidth() - padding() - (tile.on() ? CHECK * label.size() : 0);
        Optional<Block> state =
                tile.state().map(it -> Block.fit(it, Type.REGULAR, label.size(), beside, label.size() * Type.LINE));
        boolean drawn = tile.sign().isPresent() && sign > 0;
        double height =
                (drawn ? sign : 0) + label.height() + state.map(Block::height).orElse(0.0);
        double x = box.getMinX() + box.getWidth() / 2;
        double y = box.getMinY() + (box.getHeight() - height) / 2;
        if (drawn) {
            double side = sign * 0.8;
            tile.sign().ifPresent(it -> group.getChildren().add(it.at(x, y + side / 2, side, color)));
        }
        double labelTop = y + (drawn ? sign : 0);
        group.getChildren().add(label.at(x, labelTop, 0.5, color));
        state.ifPresent(it -> group.getChildren().addAll(state(tile.on(), it, x, labelTop + label.height(), color)));
        group.setAccessibleRole(tile.state().isPresent() ? AccessibleRole.TOGGLE_BUTTON : AccessibleRole.BUTTON);
        group.setAccessibleText(
                Wrap.plain(tile.label()) + tile.state().map(it -> ", " + it).orElse(""));
        return group;
    }

    /** The state in words, with a check mark when it is on. */
    private List<Node> state(boolean on, Block words, double x, double top, Color color) {
        double side = on ? words.size() * CHECK : 0;
        double drawn = side * 0.7;
        double shift = sight.rightToLeft() ? -side / 2 : side / 2;
        List<Node> nodes = new ArrayList<>(List.of(words.at(x + shift, top, 0.5, color)));
        if (on) {
            double edge = sight.rightToLeft() ? words.width() / 2 : -words.width() / 2;
            nodes.add(Sign.CHECK.at(x + edge, top + words.height() / 2, drawn, color));
        }
        return nodes;
    }

    /** On a low panel large letters need some of it. */
    private double padding() {
        return frame.mm(frame.low() && frame.large() ? LEAST_PADDING_MM : PADDING_MM);
    }

    private Rectangle shape(Rectangle2D box, boolean on) {
        Rectangle shape = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        shape.setArcWidth(frame.mm(6));
        shape.setArcHeight(frame.mm(6));
        shape.setFill(on ? theme.ink() : theme.paper());
        shape.setStroke(theme.ink());
        shape.setStrokeWidth(2);
        return shape;
    }
}
