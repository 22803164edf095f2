package hymio.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where one face and its word stand.
 *
 * @param x centre of the face, pixels
 * @param y centre of the face, pixels
 * @param radius of the face, pixels
 * @param target what a finger may press: face and word
 */
record FaceSpot(double x, double y, double radius, Placed word, Rectangle2D target) {
    /** Height of a face with the ring that a press draws round it and the distance to its word, in radii. */
    private static final double CELL = 2.2;
    /** Share of the height left over that stands above the faces, where the question is. */
    private static final double ABOVE = 0.8;

    /** Faces side by side, each above its word, in the room given. The first is the best and stands on the left. */
    static List<FaceSpot> row(Frame frame, List<String> words, Rectangle2D room) {
        // Large words need some of the room between on a small panel.
        double apart = frame.large() ? Actions.apart(frame) : frame.apart();
        double width = (room.getWidth() - (words.size() - 1) * apart) / words.size();
        double wanted = Math.max(frame.letters(), frame.font(30, 40));
        double most = room.getHeight() * 0.45;
        List<Block> blocks = Block.fit(words, Type.SEMIBOLD, wanted, width, most);
        // Two lines are kept free even if one is enough, so that the faces stand still when the language changes.
        double twoLines = Math.min(most, 2 * wanted * Type.LINE);
        double wordsHeight = blocks.stream().mapToDouble(Block::height).reduce(twoLines, Math::max);
        double radius = Math.min(Math.min(width * 0.49, frame.px(112)), (room.getHeight() - wordsHeight) / CELL);
        double height = CELL * radius + wordsHeight;
        double top = room.getMinY() + (room.getHeight() - height) * ABOVE;
        List<FaceSpot> spots = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            double left = room.getMinX() + i * (width + apart);
            double x = left + width / 2;
            Placed word = new Placed(blocks.get(i), x, top + CELL * radius, 0.5);
            spots.add(new FaceSpot(x, top + radius, radius, word, new Rectangle2D(left, top, width, height)));
        }
        return spots;
    }

    /** Faces in a column, each before its word, in the room given. The first is the best and stands on top. */
    static List<FaceSpot> column(Sight sight, List<String> words, Rectangle2D room) {
        Frame frame = sight.frame();
        double apart = Footer.apart(frame, room.getHeight(), words.size());
        double most = (room.getHeight() - (words.size() - 1) * apart) / words.size();
        double radius = Math.min(frame.px(112), most / CELL);
        double height = CELL * radius;
        double gap = frame.px(40);
        double wanted = Math.max(frame.letters(), frame.font(30, 48));
        List<Block> blocks = Block.fit(words, Type.SEMIBOLD, wanted, room.getWidth() - height - gap, height);
        double wordsWidth = blocks.stream().mapToDouble(Block::width).max().orElse(0);
        double left = room.getMinX() + (room.getWidth() - 2 * radius - gap - wordsWidth) / 2;
        double spare = room.getHeight() - words.size() * height - (words.size() - 1) * apart;
        double top = room.getMinY() + spare * ABOVE;
        List<FaceSpot> spots = new ArrayList<>();
        for (Block block : blocks) {
            double y = top + height / 2;
            Placed word = sight.at(new Placed(block, left + 2 * radius + gap, y - block.height() / 2, 0));
            Rectangle2D target = new Rectangle2D(room.getMinX(), top, room.getWidth(), height);
            spots.add(new FaceSpot(sight.x(left + radius), y, radius, word, target));
            top += height + apart;
        }
        return spots;
    }
}
