package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/**
 * A picture of the visitor's screen, for documents and for judging it by eye.
 *
 * @param name of its file, without ending
 * @param state what is shown
 * @param place name of the place
 * @param size pixels
 */
public record ScreenPicture(String name, VisitState state, String place, Theme theme, Dimension2D size) {
    private static final List<Dimension2D> SIZES = List.of(
            new Dimension2D(800, 480),
            new Dimension2D(1280, 800),
            new Dimension2D(1920, 1080),
            new Dimension2D(1080, 1920));
    private static final Dimension2D USUAL = SIZES.get(1);
    private static final Texts PLACE =
            Texts.of("Pääkirjasto · aula", "Huvudbiblioteket · entrén", "Main library · lobby");

    /** Five faces, as a questionnaire may ask for. */
    static final Questionnaire FIVE = new Questionnaire("five", 1, List.of(fiveFaces()));

    /** The longest texts that the contract lets through. */
    static final Questionnaire LONGEST = new Questionnaire("longest", 1, List.of(longest()));

    static final String LONGEST_PLACE =
            "Keski-Pohjanmaan hyvinvointialueen pohjoinen sosiaali- ja terveysasema · pääaula";

    private static final Hands NO_HANDS = new Hands() {
        @Override
        public void touched(Control control) {}

        @Override
        public void touchedBeside() {}

        @Override
        public void staffHold() {}

        @Override
        public void key(int button, boolean down) {}

        @Override
        public void typed(String text) {}
    };

    /** Each step of the visit by day and night: Finnish in every usual size, Swedish and English in one. */
    public static List<ScreenPicture> all() {
        List<ScreenPicture> pictures = new ArrayList<>();
        for (Map.Entry<String, Theme> theme :
                Map.of("day", Theme.DAY, "night", Theme.NIGHT).entrySet()) {
            for (Dimension2D size : SIZES) {
                add(pictures, "fi", theme, size);
            }
            add(pictures, "sv", theme, USUAL);
            add(pictures, "en", theme, USUAL);
        }
        return List.copyOf(pictures);
    }

    private static void add(
            List<ScreenPicture> pictures, String language, Map.Entry<String, Theme> theme, Dimension2D size) {
        Map<String, VisitState> steps = new TreeMap<>(steps(language));
        steps.putAll(LaterSteps.of(language));
        steps.forEach((step, state) -> {
            String name =
                    "%s-%s-%s-%.0fx%.0f".formatted(step, language, theme.getKey(), size.getWidth(), size.getHeight());
            String place = step.equals("longest") ? LONGEST_PLACE : PLACE.in(language);
            pictures.add(new ScreenPicture(name, state, place, theme.getValue(), size));
        });
    }

    private static Map<String, VisitState> steps(String language) {
        Questionnaire four = Questionnaire.BUILT_IN;
        return Map.of(
                "asking", new VisitState(four, language, new Asking()),
                "saving", new VisitState(four, language, new Saving(2)),
                "thanking", new VisitState(four, language, new Thanking(0)),
                "sorry", new VisitState(four, language, new Sorry(0)),
                "five", new VisitState(FIVE, language, new Asking()),
                "longest", new VisitState(LONGEST, language, new Asking()));
    }

    /** Draws the picture. JavaFX thread only. */
    public WritableImage draw() {
        ScreenSettings settings =
                new ScreenSettings(theme, false, (int) size.getWidth(), (int) size.getHeight(), true, 0);
        VisitPane pane = new VisitPane(settings, new Still(place), NO_HANDS);
        Scene scene = new Scene(pane, size.getWidth(), size.getHeight(), theme.paper());
        pane.resize(size.getWidth(), size.getHeight());
        pane.show(state);
        return scene.snapshot(null);
    }

    /** Where no time passes. */
    private record Still(String name) implements Surroundings {
        @Override
        public String place(String language) {
            return name;
        }

        @Override
        public long uptimeMillis() {
            return 0;
        }
    }

    private static Question fiveFaces() {
        Question four = Questionnaire.BUILT_IN.questions().getFirst();
        List<Texts> faces = new ArrayList<>(four.faces());
        faces.add(2, Texts.of("Siltä väliltä", "Varken bra eller dåligt", "In between"));
        return new Question("service", 2, four.text(), faces);
    }

    private static Question longest() {
        String asked = "Kuinka hyvin sosiaali\u00ADpalvelu\u00ADkeskuksen ajan\u00ADvaraus\u00ADjärjestelmä sekä"
                + " asiakas\u00ADpalvelu\u00ADhenkilöstömme vastasivat tarpeisiinne, kun asioitte toimi\u00ADpisteessämme"
                + " tänään ensimmäistä kertaa muuttonne jälkeen?";
        Texts text = Texts.of(asked, asked, asked);
        Texts word = Texts.of("Epä\u00ADtyydyt\u00ADtävästi", "Otillfreds\u00ADställande", "Unsatis\u00ADfactorily");
        return new Question("longest", 1, text, List.of(word, word, word, word, word));
    }
}
