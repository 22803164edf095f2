package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState.Sorry;

/** Thanks, or an apology. It does not show which face was pressed: the next in the queue may be looking. */
final class ThanksView {
    static View of(Sight sight) {
        boolean sorry = sight.state().phase() instanceof Sorry;
        ScreenTexts texts = sight.texts();
        return new ThanksView(sight)
                .draw(
                        sorry ? Sign.ALERT : Sign.CHECK,
                        sorry ? texts.sorry() : texts.thanks(),
                        sorry ? texts.sorryDetail() : texts.thanksDetail());
    }

    private final Sight sight;
    private final Frame frame;

    private ThanksView(Sight sight) {
        this.sight = sight;
        frame = sight.frame();
    }

    private View draw(Sign sign, String headline, String detail) {
        Board board = new Board(sight);
        board.header();
        double width = frame.contentWidth() * 0.9;
        Block large = Block.fit(headline, Type.BOLD, frame.px(60), width, frame.height() * 0.3);
        Block small = Block.fit(detail, Type.REGULAR, frame.px(24, 36), width, frame.height() * 0.2);
        double side = frame.px(144);
        double gap = frame.px(32);
        double height = side + gap + large.height() + gap / 2 + small.height();
        double middle = frame.width() / 2;
        double top = Frame.grid((frame.height() - height) / 2);
        double headlineTop = top + side + gap;
        board.add(sign.at(middle, top + side / 2, side, sight.theme().ink()));
        board.text(new Placed(large, middle, headlineTop, 0.5), sight.theme().ink());
        board.text(
                new Placed(small, middle, headlineTop + large.height() + gap / 2, 0.5),
                sight.theme().muted());
        return board;
    }
}
