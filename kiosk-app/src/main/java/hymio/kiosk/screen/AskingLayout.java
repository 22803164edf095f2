package hymio.kiosk.screen;

import hymio.wire.Question;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * Where everything stands while the question waits for a press. Computed from the screen and the texts.
 *
 * @param note the promise of anonymity, across from the name of the place
 */
record AskingLayout(Header header, Placed note, Placed question, List<FaceSpot> faces, Footer footer) {
    /** Share of the width that the note may take; the name of the place has the rest. */
    private static final double NOTE = 0.56;

    static AskingLayout of(Sight sight) {
        Frame frame = sight.frame();
        Block promise = promise(sight);
        Header header = Header.of(sight, frame.contentWidth() - promise.width() - frame.px(24));
        double row = Math.max(header.bottom() - frame.top(), promise.height());
        Placed note = new Placed(promise, frame.right(), frame.top() + (row - promise.height()) / 2, 1);
        Footer footer = Footer.of(sight);
        double gap = frame.portrait() ? frame.px(48) : frame.large() && frame.low() ? 8 : frame.px(20, 24);
        double top = Math.max(header.bottom(), note.bottom()) + gap;
        double room = footer.top() - top;
        Question question = sight.state().questionnaire().questions().getFirst();
        double askedRoom = frame.portrait()
                ? Math.clamp(
                        room - 2 * gap - Footer.least(frame, question.faces().size()), room * 0.15, room * 0.28)
                : room * 0.38;
        double wanted = Math.max(frame.letters(), frame.font(0, 60));
        Block asked = Block.fit(sight.in(question.text()), Type.BOLD, wanted, frame.contentWidth(), askedRoom);
        double facesTop = top + asked.height() + gap;
        List<FaceSpot> faces = faces(sight, question, facesTop, footer.top());
        double spare = faces.getFirst().target().getMinY() - facesTop;
        return new AskingLayout(
                header, note, new Placed(asked, frame.width() / 2, top + spare / 2, 0.5), faces, footer);
    }

    private static Block promise(Sight sight) {
        Frame frame = sight.frame();
        double size = frame.font(20, 24);
        int lines = frame.large() && frame.low() ? 1 : 2;
        return Block.fit(
                sight.texts().anonymous(), Type.REGULAR, size, frame.contentWidth() * NOTE, lines * size * Type.LINE);
    }

    private static List<FaceSpot> faces(Sight sight, Question question, double top, double bottom) {
        Frame frame = sight.frame();
        List<String> words = question.faces().stream().map(sight::in).toList();
        Rectangle2D room = new Rectangle2D(frame.left(), top, frame.contentWidth(), bottom - top);
        return frame.portrait() ? FaceSpot.column(sight, words, room) : FaceSpot.row(frame, words, room);
    }
}
