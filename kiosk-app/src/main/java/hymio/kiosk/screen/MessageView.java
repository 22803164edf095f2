package hymio.kiosk.screen;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Thanks, or an apology. It does not show which face was pressed: the next in the queue may be looking. */
final class MessageView implements View {
    private static final double SIGN_RADIUS = 72;

    private final Group node = new Group();
    private final Frame frame;
    private final Theme theme;

    private MessageView(Frame frame, Theme theme, String place) {
        this.frame = frame;
        this.theme = theme;
        node.getChildren().add(AskingLayout.header(frame, place).in(theme.muted()));
    }

    /** The response is stored. */
    static MessageView thanks(Frame frame, Theme theme, String place, ScreenTexts texts) {
        MessageView view = new MessageView(frame, theme, place);
        view.draw("M -30 2 L -8 24 L 32 -20", true, texts.thanks(), texts.thanksDetail());
        return view;
    }

    /** The response could not be stored. */
    static MessageView sorry(Frame frame, Theme theme, String place, ScreenTexts texts) {
        MessageView view = new MessageView(frame, theme, place);
        view.draw("M 0 -32 V 6 M 0 31 V 32", false, texts.sorry(), texts.sorryDetail());
        return view;
    }

    private void draw(String sign, boolean filled, String headline, String detail) {
        double width = frame.contentWidth() * 0.9;
        Block large = Block.fit(headline, Type.BOLD, frame.px(60), width, frame.height() * 0.3);
        Block small = Block.fit(detail, Type.REGULAR, frame.px(24, 36), width, frame.height() * 0.2);
        double radius = frame.px(SIGN_RADIUS);
        double gap = frame.px(32);
        double height = 2 * radius + gap + large.height() + gap / 2 + small.height();
        double middle = frame.width() / 2;
        double top = Frame.grid((frame.height() - height) / 2);
        double headlineTop = top + 2 * radius + gap;
        node.getChildren().add(sign(sign, filled, middle, top + radius));
        node.getChildren().add(large.at(middle, headlineTop, 0.5, theme.ink()));
        node.getChildren().add(small.at(middle, headlineTop + large.height() + gap / 2, 0.5, theme.muted()));
    }

    private Node sign(String path, boolean filled, double x, double y) {
        Color line = filled ? theme.paper() : theme.ink();
        Circle disc = new Circle(SIGN_RADIUS - 4, filled ? theme.ink() : theme.paper());
        disc.setStroke(theme.ink());
        disc.setStrokeWidth(8);
        SVGPath sign = new SVGPath();
        sign.setContent(path);
        sign.setFill(null);
        sign.setStroke(line);
        sign.setStrokeWidth(12);
        sign.setStrokeLineCap(StrokeLineCap.ROUND);
        sign.setStrokeLineJoin(StrokeLineJoin.ROUND);
        Group group = new Group(disc, sign);
        group.getTransforms().addAll(new Translate(x, y), new Scale(frame.px(1), frame.px(1)));
        return group;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Spot> spots() {
        return List.of();
    }
}
