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

/**
 * One of five faces. Each has its own shape, so that colour is never the only difference.
 *
 * @param place among the five; 0 is the best
 * @param features eyes and mouth
 */
record Mood(int place, List<Feature> features) {
    /** Radius of the disc that the features are drawn for. */
    static final double RADIUS = 100;

    private static final List<Mood> FIVE = List.of(
            new Mood(0, List.of(arc("M -49 -18 Q -34 -44 -19 -18"), arc("M 49 -18 Q 34 -44 19 -18"), laugh())),
            new Mood(1, List.of(eye(-34, -20), eye(34, -20), arc("M -46 34 Q 0 60 46 34"))),
            new Mood(2, List.of(eye(-34, -20), eye(34, -20), arc("M -36 36 L 36 36"))),
            new Mood(3, List.of(eye(-34, -20), eye(34, -20), arc("M -42 44 Q 0 20 42 44"))),
            new Mood(
                    4,
                    List.of(
                            eye(-34, -15),
                            eye(34, -15),
                            arc("M -50 52 Q 0 12 50 52"),
                            arc("M -60 -61 L -25 -39"),
                            arc("M 60 -61 L 25 -39"))));

    /** The moods of a question with four faces or five, the best first: four have no middle. */
    static List<Mood> of(int faces) {
        return faces == 5 ? FIVE : List.of(FIVE.get(0), FIVE.get(1), FIVE.get(3), FIVE.get(4));
    }

    Color color(Theme theme) {
        return theme.moods().get(place);
    }

    /** Eyes and mouth round a centre at 0, 0 for a disc of {@link #RADIUS}. */
    List<Node> draw(Color color) {
        return features.stream().map(feature -> feature.draw(color)).toList();
    }

    /** The face of this radius, round this centre, in pixels. */
    Node at(double x, double y, double radius, Theme theme) {
        Group face = new Group(new Circle(RADIUS, color(theme)));
        face.getChildren().addAll(draw(theme.features()));
        face.getTransforms().addAll(new Translate(x, y), new Scale(radius / RADIUS, radius / RADIUS));
        return face;
    }

    /** A line or a filled shape, as an SVG path. */
    record Feature(String path, double stroke, boolean filled) {
        Node draw(Color color) {
            SVGPath shape = new SVGPath();
            shape.setContent(path);
            shape.setFill(filled ? color : null);
            shape.setStroke(color);
            shape.setStrokeWidth(stroke);
            shape.setStrokeLineCap(StrokeLineCap.ROUND);
            shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
            return shape;
        }
    }

    private static Feature arc(String path) {
        return new Feature(path, 9.5, false);
    }

    private static Feature laugh() {
        return new Feature("M -57 14 H 57 A 57 50 0 0 1 -57 14 Z", 6, true);
    }

    private static Feature eye(int x, int y) {
        return new Feature("M " + (x - 9) + " " + y + " a 9 12 0 1 0 18 0 a 9 12 0 1 0 -18 0 Z", 1, true);
    }
}
