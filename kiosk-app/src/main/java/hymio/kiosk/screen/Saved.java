package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;

/**
 * On the first step after a vote: that it is safe, with the face that was pressed, or a check mark where nobody may see
 * which it was.
 */
final class Saved {
    /** Height of the face, in font sizes. */
    private static final double FACE = 1.3;

    /** Least room from top to bottom, pixels. */
    static double height(Frame frame) {
        return FACE * frame.font(20, 26);
    }

    /** As much of it as there is room for: the face comes before the words. */
    static void draw(Board board, Sight sight, Rectangle2D room) {
        sight.state().voted().ifPresent(face -> draw(board, sight, room, face));
    }

    private static void draw(Board board, Sight sight, Rectangle2D room, int face) {
        double size = sight.frame().font(20, 26);
        double side = height(sight.frame());
        double gap = size * 0.4;
        if (room.getWidth() < side || room.getHeight() < side) {
            return;
        }
        double middle = room.getMinY() + room.getHeight() / 2;
        board.add(face(sight, face, sight.x(room.getMinX() + side / 2), middle, side));
        words(sight, size, room.getWidth() - side - gap, room.getHeight())
                .ifPresent(words -> board.text(
                        new Placed(words, room.getMinX() + side + gap, middle - words.height() / 2, 0),
                        sight.theme().muted()));
    }

    /** In full size with whole words, or not at all. */
    private static Optional<Block> words(Sight sight, double size, double width, double height) {
        String said = sight.texts().of("saved");
        boolean narrow =
                Stream.of(said.split(" ")).anyMatch(word -> Type.REGULAR.width(Wrap.plain(word), size) > width);
        return narrow
                ? Optional.empty()
                : Optional.of(Block.fit(said, Type.REGULAR, size, width, height))
                        .filter(it -> it.size() >= size);
    }

    private static Node face(Sight sight, int face, double x, double y, double side) {
        int faces = sight.state().questionnaire().questions().getFirst().faces().size();
        return face == VisitState.ANY_FACE
                ? Sign.CHECK.at(x, y, side, sight.theme().ink())
                : Mood.of(faces).get(face - 1).at(x, y, side / 2, sight.theme());
    }

    private Saved() {}
}
