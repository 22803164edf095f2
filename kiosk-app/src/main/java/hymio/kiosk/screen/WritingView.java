package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Limits;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** A comment being written: the question, what to leave out, the text so far and a keyboard. */
final class WritingView {
    /** The visitor is told how many letters are left when no more than these are. */
    private static final int FEW_LEFT = 60;
    /** With this much room above the keys the name of the place stands there too. */
    private static final double NAMED_MM = 60;
    /** Share of the width that is the question's when the note stands across from it. */
    private static final double ASKED = 0.7;

    private static final String CARET = "|";

    private final Sight sight;
    private final Frame frame;
    private final Board board;
    private final Draft draft;

    static View of(Sight sight) {
        Draft draft = sight.state().phase() instanceof Writing writing ? writing.draft() : Draft.EMPTY;
        return new WritingView(sight, draft).draw();
    }

    private WritingView(Sight sight, Draft draft) {
        this.sight = sight;
        this.draft = draft;
        frame = sight.frame();
        board = new Board(sight);
    }

    private View draw() {
        KeyboardKeys keys = new KeyboardKeys(sight, board, draft);
        Actions.Bottom actions = Actions.draw(board, sight, List.of(Act.SKIP, Act.SEND));
        double bottom = actions.top() - Actions.apart(frame);
        double top = bottom - keys.height();
        keys.draw(top);
        above(top - (tight() ? 2 : frame.px(4, 12)), actions.free());
        return board;
    }

    /** The question, the note and the text; on a small panel the name of the place gives way. */
    private void above(double bottom, Rectangle2D free) {
        double gap = tight() ? 3 : frame.px(3, 12);
        boolean small = StepFrame.low(frame);
        // On a low panel two lines of text leave room for one of the question.
        double text = small ? (frame.large() ? 1 : 0.8) * frame.letters() : frame.font(0, 36);
        double size = frame.large() && !small ? Math.max(frame.letters(), text) : text;
        double two = 2 * (size * Type.LINE + padding()) + 1;
        double asked = (frame.letters() + frame.font(18, 24)) * Type.LINE + gap;
        boolean low = bottom - frame.top() / 2 < two + asked + gap;
        double top = frame.top() / (low ? (frame.large() ? 8 : 4) : 2);
        boolean named = bottom > frame.mm(NAMED_MM);
        StepFrame.head(board, sight, named, free);
        if (named) {
            top = Header.of(sight).bottom() + gap;
        }
        double room = Math.max(bottom - top - two - gap, frame.px(28));
        double used = !low ? stacked(top, room, gap) : frame.large() ? oneLine(top, room) : beside(top, room);
        Rectangle2D area = new Rectangle2D(
                frame.left(), top + used + gap, frame.contentWidth(), Math.max(1, bottom - top - used - gap));
        text(area, size);
        if (low && frame.large() && draft.text().isEmpty()) {
            Block note = note(area.getWidth() - 3 * padding() - size / 2, area.getHeight() - padding(), size);
            double x = area.getMinX() + 2 * padding() + size / 2;
            board.text(
                    new Placed(note, x, area.getMinY() + padding(), 0),
                    sight.theme().muted());
        }
    }

    /**
     * The question with the note across from it, where there is no room below.
     *
     * @return the height used
     */
    private double beside(double top, double room) {
        Block title = title(frame.contentWidth() * ASKED, room);
        Block note = note(frame.contentWidth() * (1 - ASKED) - frame.px(24), room, frame.font(18, 24));
        double height = Math.max(title.height(), note.height());
        board.text(
                new Placed(note, frame.right(), top + (height - note.height()) / 2, 1),
                sight.theme().muted());
        board.text(
                new Placed(title, frame.left(), top + (height - title.height()) / 2, 0),
                sight.theme().ink());
        return height;
    }

    /**
     * Large letters on a low panel: the question while the note stands in the empty box, then the note in its place. It
     * is the question that gives way: whoever writes has read it.
     *
     * @return the height used
     */
    private double oneLine(double top, double room) {
        double size = frame.letters();
        if (draft.text().isEmpty()) {
            Block title = title(frame.contentWidth(), room);
            board.text(new Placed(title, frame.left(), top, 0), sight.theme().ink());
            return title.height();
        }
        String left = few() ? sight.texts().number(left()) : "";
        Block count = Block.fit(left, Type.BOLD, size, frame.contentWidth(), size * Type.LINE);
        Block note = note(frame.contentWidth() - count.width() - (few() ? size / 2 : 0), room, size);
        board.text(new Placed(note, frame.left(), top, 0), sight.theme().muted());
        if (few()) {
            board.text(new Placed(count, frame.right(), top, 1), sight.theme().ink());
        }
        return Math.max(note.height(), size * Type.LINE);
    }

    /** The question with the note below it. */
    private double stacked(double top, double room, double gap) {
        double size = frame.font(18, 24);
        Block note = note(frame.contentWidth(), Math.max(room * 0.4, size * Type.LINE), size);
        Block title = title(frame.contentWidth(), room - note.height() - gap / 2);
        board.text(new Placed(title, frame.left(), top, 0), sight.theme().ink());
        double below = top + title.height() + gap / 2;
        board.text(new Placed(note, frame.left(), below, 0), sight.theme().muted());
        return below + note.height() - top;
    }

    /** The question; or how many letters are left, once that matters more. */
    private Block title(double width, double room) {
        double size = Math.max(frame.letters(), frame.font(0, 40));
        String said = few()
                ? sight.texts().of("comment.left", left())
                : sight.in(sight.state().question().text());
        return Block.fit(said, Type.BOLD, size, width, Math.max(room, 1));
    }

    /** What to leave out: it stays as long as the comment is written. */
    private Block note(double width, double room, double size) {
        return Block.fit(sight.texts().of("comment.no-names"), Type.REGULAR, size, width, Math.max(room, 1));
    }

    private boolean few() {
        return left() <= FEW_LEFT;
    }

    private int left() {
        return Limits.COMMENT - draft.text().length();
    }

    /** Large letters on a low panel: they need all the room there is. */
    private boolean tight() {
        return frame.large() && StepFrame.low(frame);
    }

    private double padding() {
        return tight() ? 2 : StepFrame.low(frame) ? 4 : frame.px(14);
    }

    /** The newest lines of the text, with a caret at its end. */
    private void text(Rectangle2D area, double wanted) {
        double padding = padding();
        double size = Math.min(wanted, (area.getHeight() - 2 * padding) / Type.LINE);
        board.add(Shapes.card(sight.at(area), sight.theme(), false));
        double width = area.getWidth() - 4 * padding - size;
        List<String> lines =
                new ArrayList<>(WrittenLines.of(draft.text(), width, line -> Type.REGULAR.width(line, size)));
        lines.set(lines.size() - 1, lines.getLast() + CARET);
        int fit = Math.max(1, (int) ((area.getHeight() - 2 * padding) / (size * Type.LINE)));
        List<String> newest = lines.subList(Math.max(0, lines.size() - fit), lines.size());
        Block block = new Block(draft.text(), newest, Type.REGULAR, size, width);
        double top = area.getMinY() + Math.min(padding, (area.getHeight() - newest.size() * size * Type.LINE) / 2);
        board.text(
                new Placed(block, area.getMinX() + 2 * padding, top, 0),
                sight.theme().ink());
    }
}
