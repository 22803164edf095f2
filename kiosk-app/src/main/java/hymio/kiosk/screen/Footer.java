package hymio.kiosk.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/**
 * The bottom of the question's screen: languages to choose from, and the promise of anonymity.
 *
 * @param top nothing else may reach below this, pixels
 */
record Footer(List<Pill> pills, Placed note, double top) {
    /**
     * One language.
     *
     * @param shape as drawn
     * @param target what a finger may press, down to the edge of the screen
     */
    record Pill(String language, boolean chosen, Block label, Rectangle2D shape, Rectangle2D target) {}

    static Footer of(Frame frame, ScreenTexts texts) {
        List<Pill> pills = pills(frame, texts);
        Rectangle2D last = pills.getLast().shape();
        double size = frame.px(20, 24);
        double targetTop = pills.getLast().target().getMinY();
        if (frame.portrait()) {
            Block note = Block.fit(texts.anonymous(), Type.REGULAR, size, frame.contentWidth(), 2 * size * Type.LINE);
            double top = targetTop - frame.px(24) - note.height();
            return new Footer(pills, new Placed(note, frame.left(), top, 0), top - frame.px(40));
        }
        double room = frame.right() - last.getMaxX() - frame.px(24);
        Block note = Block.fit(texts.anonymous(), Type.REGULAR, size, room, last.getHeight());
        double top = last.getMinY() + (last.getHeight() - note.height()) / 2;
        return new Footer(pills, new Placed(note, frame.right(), top, 1), targetTop - frame.apart());
    }

    private static List<Pill> pills(Frame frame, ScreenTexts texts) {
        double height = Frame.grid(frame.px(56, 64));
        double top = frame.bottom() - height;
        double targetTop = Math.min(top, frame.height() - frame.target());
        List<Block> labels = labels(frame, texts, height);
        double padding = padding(frame, labels);
        List<Pill> pills = new ArrayList<>();
        double x = frame.left();
        for (int i = 0; i < labels.size(); i++) {
            String language = ScreenTexts.LANGUAGES.get(i);
            Block label = labels.get(i);
            double width = Math.max(frame.target(), label.width() + 2 * padding);
            pills.add(new Pill(
                    language,
                    language.equals(texts.language()),
                    label,
                    new Rectangle2D(x, top, width, height),
                    new Rectangle2D(x, targetTop, width, frame.height() - targetTop)));
            x += width + frame.apart();
        }
        return pills;
    }

    private static List<Block> labels(Frame frame, ScreenTexts texts, double height) {
        List<String> names = ScreenTexts.LANGUAGES.stream().map(texts::nameOf).toList();
        return Block.fit(names, Type.SEMIBOLD, frame.px(24, 28), frame.contentWidth() / names.size(), height);
    }

    /** Left and right of a label; less than designed where a narrow screen asks for it. */
    private static double padding(Frame frame, List<Block> labels) {
        double used = labels.stream().mapToDouble(Block::width).sum() + (labels.size() - 1) * frame.apart();
        return Math.clamp((frame.contentWidth() - used) / 2 / labels.size(), 8, frame.px(24, 28));
    }
}
