package hymio.kiosk.screen;

import hymio.wire.Question;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where everything stands while the question waits for a press. Computed from the screen and the texts. */
record AskingLayout(Placed place, Placed question, List<FaceSpot> faces, Footer footer) {
    /**
     * @param place name of the place, at most 80 characters
     * @param language of the question and the words under the faces
     */
    static AskingLayout of(Frame frame, String place, Question question, String language) {
        Placed header = header(frame, place);
        Footer footer = Footer.of(frame, ScreenTexts.in(language));
        double gap = frame.portrait() ? frame.px(48) : frame.px(20, 24);
        double top = header.bottom() + gap;
        double room = footer.top() - top;
        double askedRoom = room * (frame.portrait() ? 0.28 : 0.38);
        Block asked = Block.fit(question.text().in(language), Type.BOLD, frame.px(60), frame.contentWidth(), askedRoom);
        double facesTop = top + asked.height() + gap;
        List<FaceSpot> faces = faces(frame, words(question, language), facesTop, footer.top());
        double spare = faces.getFirst().target().getMinY() - facesTop;
        return new AskingLayout(header, new Placed(asked, frame.width() / 2, top + spare / 2, 0.5), faces, footer);
    }

    private static List<String> words(Question question, String language) {
        return question.faces().stream().map(word -> word.in(language)).toList();
    }

    private static List<FaceSpot> faces(Frame frame, List<String> words, double top, double bottom) {
        Rectangle2D room = new Rectangle2D(frame.left(), top, frame.contentWidth(), bottom - top);
        return frame.portrait() ? FaceSpot.column(frame, words, room) : FaceSpot.row(frame, words, room);
    }

    /** The name of the place at the top left, on every screen. */
    static Placed header(Frame frame, String place) {
        double size = frame.px(20, 26);
        Block block = Block.fit(place, Type.SEMIBOLD, size, frame.contentWidth(), 2 * size * Type.LINE);
        return new Placed(block, frame.left(), frame.top(), 0);
    }
}
