package hymio.kiosk.screen;

import java.util.List;

/** The screen sleeps: black but for dim lines that stand elsewhere each minute, so that nothing burns in. */
final class SleepingView {
    private static final long MINUTE_MILLIS = 60_000;
    /** Minutes from side to side and back, and from top to bottom and back: they seldom meet. */
    private static final int ACROSS = 34;

    private static final int DOWN = 22;

    static View of(Sight sight) {
        Board board = new Board(sight);
        Frame frame = sight.frame();
        double size = Math.max(frame.letters() * 0.7, frame.font(20, 28));
        List<Block> lines = ScreenTexts.COMPLETE.stream()
                .map(language -> ScreenTexts.in(language).of("sleeping"))
                .map(text -> Block.fit(text, Type.REGULAR, size, frame.contentWidth(), size * Type.LINE))
                .toList();
        double width = lines.stream().mapToDouble(Block::width).max().orElse(0);
        double height = lines.size() * size * Type.LINE;
        long minute = sight.motion().nowMillis() / MINUTE_MILLIS;
        double x = frame.left() + (frame.contentWidth() - width) * BurnIn.there(minute, ACROSS);
        double y = frame.top() + (frame.bottom() - frame.top() - height) * BurnIn.there(minute, DOWN);
        for (Block line : lines) {
            board.add(line.at(x + width / 2, y, 0.5, Theme.ASLEEP));
            y += size * Type.LINE;
        }
        return board;
    }

    private SleepingView() {}
}
