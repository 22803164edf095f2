package hymio.kiosk.screen;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.Keyboard;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Limits;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;

/** A comment being written: the question, what to leave out, the text so far and a keyboard. */
final class WritingView {
    /** The visitor is told how many letters are left when no more than these are. */
    private static final int FEW_LEFT = 60;

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
        List<List<String>> rows = Keyboard.of(sight.state().language(), draft).rows();
        double bottom = Actions.draw(board, sight, List.of(Act.SKIP, Act.SEND));
        double gap = frame.px(5, 8);
        double key = Math.min(
                frame.mm(16), Math.max(frame.mm(10), (frame.height() * 0.5 - rows.size() * gap) / (rows.size() + 1)));
        double keys = (rows.size() + 1) * (key + gap);
        double keyboardTop = bottom - gap - keys;
        new KeyboardKeys(sight, board, draft).draw(rows, keyboardTop, key, gap);
        above(keyboardTop - gap);
        return board;
    }

    /** The question, the note and the text; on a small panel the name of the place gives way. */
    private void above(double bottom) {
        boolean roomy = bottom > frame.mm(60);
        double gap = frame.px(6, 16);
        double top = frame.top() / (roomy ? 1 : 2);
        if (roomy) {
            board.header();
            top = Header.of(sight).bottom() + gap;
        }
        double room = bottom - top;
        Block title = Block.fit(
                sight.in(sight.state().question().text()),
                Type.BOLD,
                Math.max(frame.letters(), frame.font(0, 40)),
                frame.contentWidth(),
                room * 0.34);
        board.text(new Placed(title, frame.left(), top, 0), sight.theme().ink());
        double noteTop = top + title.height() + gap / 2;
        double size = frame.font(18, 24);
        Block note =
                Block.fit(sight.texts().of("comment.no-names"), Type.REGULAR, size, frame.contentWidth(), room * 0.24);
        board.text(new Placed(note, frame.left(), noteTop, 0), sight.theme().muted());
        double boxTop = noteTop + note.height() + gap / 2;
        text(new Rectangle2D(frame.left(), boxTop, frame.contentWidth(), Math.max(1, bottom - boxTop)));
    }

    /** The newest lines of the text, with a caret at its end. */
    private void text(Rectangle2D area) {
        Rectangle2D box = sight.at(area);
        double padding = frame.px(8, 14);
        double size =
                Math.min(Math.max(frame.letters(), frame.font(0, 32)), (area.getHeight() - 2 * padding) / Type.LINE);
        Group group = new Group(Shapes.card(box, sight.theme(), false));
        double width = area.getWidth() - 2 * padding - size;
        List<String> lines =
                new ArrayList<>(WrittenLines.of(draft.text(), width, line -> Type.REGULAR.width(line, size)));
        lines.set(lines.size() - 1, lines.getLast() + "|");
        int fit = Math.max(1, (int) ((area.getHeight() - 2 * padding) / (size * Type.LINE)));
        List<String> newest = lines.subList(Math.max(0, lines.size() - fit), lines.size());
        double x = area.getMinX() + padding;
        Block block = new Block(draft.text(), newest, Type.REGULAR, size, width);
        board.add(group);
        board.add(sight.text(
                new Placed(block, x, area.getMinY() + padding, 0), sight.theme().ink()));
        left(area, padding);
    }

    private void left(Rectangle2D area, double padding) {
        int left = Limits.COMMENT - draft.text().length();
        if (left <= FEW_LEFT) {
            double size = frame.font(18, 22);
            Block few = Block.fit(
                    MessageFormat.format(sight.texts().of("comment.left"), left),
                    Type.SEMIBOLD,
                    size,
                    area.getWidth() / 2,
                    size * Type.LINE);
            board.text(
                    new Placed(few, area.getMaxX() - padding, area.getMaxY() - few.height() - padding / 2, 1),
                    sight.theme().ink());
        }
    }
}
