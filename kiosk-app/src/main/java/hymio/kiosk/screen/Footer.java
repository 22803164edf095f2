package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/**
 * The bottom of the question's screen: languages to choose from, and the way to what helps to see and hear.
 *
 * @param pills in the order of {@link Controls}
 * @param strip one line of what came of the feedback
 * @param top nothing else may reach below this, pixels
 */
record Footer(List<Pill> pills, Optional<Placed> strip, double top) {
    /** Between targets of a panel too small for more. */
    private static final double LEAST_APART_MM = 4;

    /** Room for the name of a language that is none of the usual, in font sizes. */
    private static final double MORE = 7;

    /** Width of a name that is broken into lines where all do not fit, in font sizes. */
    private static final double LONG = 4.2;

    /** Smallest size of a label, of the size wanted. */
    private static final double SMALLER = 0.85;

    /**
     * Something to press.
     *
     * @param sign before the label or instead of it
     * @param shape as drawn, for the direction of the language
     * @param target what a finger may press, for the direction of the language
     */
    record Pill(
            Control control,
            boolean chosen,
            Optional<Sign> sign,
            Optional<Block> label,
            Rectangle2D shape,
            Rectangle2D target) {}

    static Footer of(Sight sight) {
        Frame frame = sight.frame();
        List<Row> rows = rows(sight);
        double height = frame.large() || rows.getFirst().twoLines() ? frame.target() : frame.px(56, 64);
        double bottom = height < frame.target() ? frame.bottom() : frame.height() - frame.mm(2);
        double targetBottom = frame.height();
        List<Pill> pills = new ArrayList<>();
        for (Row row : rows.reversed()) {
            List<Pill> placed = place(sight, row, new Rectangle2D(0, bottom - height, 0, height), targetBottom);
            pills.addAll(0, placed);
            bottom = placed.getFirst().target().getMinY() - least(frame);
            targetBottom = bottom;
        }
        double apart = frame.large() && frame.low() ? least(frame) : frame.apart();
        double top = pills.stream()
                .mapToDouble(
                        pill -> Math.min(pill.target().getMinY(), pill.shape().getMinY()))
                .min()
                .orElse(frame.bottom());
        Optional<Placed> strip = strip(sight, top - frame.px(16));
        return new Footer(pills, strip, strip.map(it -> it.top() - frame.px(16)).orElse(top - apart));
    }

    private static Optional<Placed> strip(Sight sight, double bottom) {
        Frame frame = sight.frame();
        if (sight.town().strip().isBlank()) {
            return Optional.empty();
        }
        double size = frame.font(20, 24);
        Block block = Block.fit(sight.town().strip(), Type.REGULAR, size, frame.contentWidth(), size * Type.LINE);
        return Optional.of(new Placed(block, frame.width() / 2, bottom - block.height(), 0.5));
    }

    /** Which pills bear words. */
    private enum Words {
        ALL,
        /** Comfort is a sign only. */
        LANGUAGES,
        /** So is the way to more languages, also when one of those is shown. */
        FEW
    }

    /** What a pill says; its width follows. */
    private record Part(Control control, boolean chosen, Optional<Sign> sign, Optional<Block> label) {
        double width(Frame frame, double padding) {
            double side = sign.isPresent() || chosen ? signSide(frame) : 0;
            double words = label.map(Block::width).orElse(0.0);
            double between = side > 0 && words > 0 ? frame.px(8) : 0;
            return Math.max(frame.target(), side + between + words + 2 * padding);
        }
    }

    /** Side of a sign's square, pixels. */
    static double signSide(Frame frame) {
        return frame.font(28, 34);
    }

    /** Pills that stand side by side. */
    private record Row(List<Part> parts, double gap, double padding) {
        double width(Frame frame) {
            double widths = parts.stream()
                    .mapToDouble(part -> part.width(frame, padding))
                    .sum();
            return widths + (parts.size() - 1) * gap;
        }

        /** Size of the labels. */
        double smallest() {
            return parts.stream()
                    .flatMap(part -> part.label().stream())
                    .mapToDouble(Block::size)
                    .min()
                    .orElse(0);
        }

        boolean twoLines() {
            return parts.stream()
                    .flatMap(part -> part.label().stream())
                    .anyMatch(label -> label.lines().size() > 1);
        }
    }

    private static double least(Frame frame) {
        return frame.mm(LEAST_APART_MM);
    }

    /** Height of so many targets, one above the other, as near to each other as may be. */
    static double least(Frame frame, int targets) {
        return targets * frame.target() + (targets - 1) * least(frame);
    }

    /** Between so many targets in a room: 8 mm, down to 4 mm where they would be smaller than 20 mm otherwise. */
    static double apart(Frame frame, double room, int targets) {
        return Math.clamp((room - targets * frame.target()) / Math.max(1, targets - 1), least(frame), frame.apart());
    }

    /** The roomiest way to set the pills that fits: with words, without, smaller, broken into lines, in two rows. */
    private static List<Row> rows(Sight sight) {
        Frame frame = sight.frame();
        double size = frame.font(24, 28);
        double small = frame.large() ? size : size * SMALLER;
        double wide = frame.contentWidth();
        // Each is measured only when those before it do not fit: a press or a start must not wait for all nine.
        return Stream.<Supplier<Row>>of(
                        () -> new Row(parts(sight, size, wide, Words.ALL), frame.apart(), frame.px(24)),
                        () -> new Row(parts(sight, size, wide, Words.LANGUAGES), frame.apart(), frame.px(24)),
                        () -> new Row(parts(sight, size, wide, Words.LANGUAGES), frame.apart(), frame.px(16)),
                        () -> new Row(parts(sight, small, wide, Words.LANGUAGES), frame.apart(), 8),
                        () -> new Row(parts(sight, small, wide, Words.LANGUAGES), least(frame), 8),
                        () -> new Row(parts(sight, small, wide, Words.FEW), least(frame), 8),
                        () -> broken(sight, size),
                        () -> broken(sight, size * 0.94),
                        () -> broken(sight, size * 0.88))
                .map(Supplier::get)
                .filter(row -> row.width(frame) <= wide && row.smallest() >= size * SMALLER)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> twoRows(sight, size));
    }

    /** Long names are broken into lines. */
    private static Row broken(Sight sight, double size) {
        return new Row(parts(sight, size, LONG * size, Words.FEW), least(sight.frame()), 6);
    }

    private static List<Row> twoRows(Sight sight, double size) {
        Frame frame = sight.frame();
        int first = (count(sight) + 1) / 2;
        List<Part> parts = parts(sight, size, cell(frame, first) - 16 - signSide(frame), Words.FEW);
        return List.of(
                new Row(parts.subList(0, first), least(frame), 8),
                new Row(parts.subList(first, parts.size()), least(frame), 8));
    }

    /** Width of one of so many pills that share a row. */
    private static double cell(Frame frame, int pills) {
        return (frame.contentWidth() - (pills - 1) * least(frame)) / pills;
    }

    private static int count(Sight sight) {
        return (int) controls(sight).count();
    }

    private static Stream<Control> controls(Sight sight) {
        return Controls.of(sight.state().over(Optional.empty())).stream()
                .filter(control -> !(control instanceof Control.FaceOf));
    }

    /** @param width room for each label, pixels */
    private static List<Part> parts(Sight sight, double size, double width, Words words) {
        List<Control> controls = controls(sight).toList();
        List<String> texts = controls.stream()
                .map(control -> Labels.of(sight.state(), control))
                .toList();
        List<Block> labels =
                Block.fit(texts, Type.SEMIBOLD, size, width, sight.frame().target());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < controls.size(); i++) {
            parts.add(part(sight, controls.get(i), labels.get(i), words));
        }
        return parts;
    }

    private static Part part(Sight sight, Control control, Block label, Words words) {
        return switch (control) {
            case Control.Simple simple
            when simple.act() == Act.COMFORT ->
                new Part(
                        control,
                        false,
                        Optional.of(Sign.COMFORT),
                        Optional.of(label).filter(it -> words == Words.ALL));
            case Control.Simple unused -> more(sight, control, label.size(), words);
            case Control.LanguageOf language -> {
                boolean chosen = language.language().equals(sight.state().language());
                yield new Part(control, chosen, Optional.of(Sign.CHECK).filter(unused -> chosen), Optional.of(label));
            }
            default -> new Part(control, false, Optional.empty(), Optional.of(label));
        };
    }

    /** More languages: chosen, and called by the language shown, when that is none of those beside it. */
    private static Part more(Sight sight, Control control, double size, Words words) {
        String language = sight.state().language();
        boolean beside = Controls.footLanguages(sight.state().questionnaire()).contains(language);
        Block name = Block.fit(sight.texts().nameOf(language), Type.SEMIBOLD, size, MORE * size, size * Type.LINE);
        return new Part(
                control,
                !beside,
                Optional.of(Sign.GLOBE),
                Optional.of(name).filter(unused -> !beside && words != Words.FEW));
    }

    /** From the start of the line on, but the way to comfort at its end, where the hand that looks for it goes. */
    private static List<Pill> place(Sight sight, Row row, Rectangle2D drawn, double targetBottom) {
        Frame frame = sight.frame();
        List<Pill> pills = new ArrayList<>();
        double x = frame.left();
        for (Part part : row.parts()) {
            double width = part.width(frame, row.padding());
            boolean last = part.control().equals(new Control.Simple(Act.COMFORT));
            double left = last ? frame.right() - width : x;
            double targetTop = Math.min(drawn.getMinY(), targetBottom - frame.target());
            pills.add(new Pill(
                    part.control(),
                    part.chosen(),
                    part.sign(),
                    part.label(),
                    sight.at(new Rectangle2D(left, drawn.getMinY(), width, drawn.getHeight())),
                    sight.at(new Rectangle2D(left, targetTop, width, targetBottom - targetTop))));
            x += width + row.gap();
        }
        return pills;
    }
}
