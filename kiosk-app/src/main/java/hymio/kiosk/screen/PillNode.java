package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Draws a pill of the footer: its sign, then its label; chosen, it is filled and bears a check mark. */
final class PillNode {
    static Node of(Sight sight, Footer.Pill pill) {
        Theme theme = sight.theme();
        Color color = pill.chosen() ? theme.paper() : theme.ink();
        Group group = new Group(shape(pill.shape(), sight.frame(), theme, pill.chosen()));
        double alone = pill.label().isEmpty() ? 1.4 : 1;
        double side = pill.sign().isPresent() ? alone * Footer.signSide(sight.frame()) : 0;
        double words = pill.label().map(Block::width).orElse(0.0);
        double between = side > 0 && words > 0 ? sight.frame().px(8) : 0;
        double start = (pill.shape().getWidth() - side - between - words) / 2;
        double left = pill.shape().getMinX();
        double middle = pill.shape().getMinY() + pill.shape().getHeight() / 2;
        boolean mirrored = sight.rightToLeft();
        double signX = mirrored ? left + start + words + between : left + start;
        double wordX = mirrored ? left + start : left + start + side + between;
        pill.sign().ifPresent(it -> group.getChildren().add(it.at(signX + side / 2, middle, side, color)));
        pill.label()
                .ifPresent(it ->
                        group.getChildren().add(it.at(wordX + words / 2, middle - it.height() / 2, 0.5, color)));
        boolean language = pill.control() instanceof Control.LanguageOf;
        group.setAccessibleRole(language ? AccessibleRole.TOGGLE_BUTTON : AccessibleRole.BUTTON);
        group.setAccessibleText(Wrap.plain(Labels.of(sight.state(), pill.control())));
        return group;
    }

    private static Rectangle shape(Rectangle2D box, Frame frame, Theme theme, boolean chosen) {
        Rectangle shape = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        double arc = Math.min(Math.min(box.getHeight(), box.getWidth()), frame.mm(12)); // two lines reach the corners
        shape.setArcWidth(arc);
        shape.setArcHeight(arc);
        shape.setFill(chosen ? theme.ink() : theme.paper());
        shape.setStroke(theme.ink());
        shape.setStrokeWidth(2);
        return shape;
    }

    private PillNode() {}
}
