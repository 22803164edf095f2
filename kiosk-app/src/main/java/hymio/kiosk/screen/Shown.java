package hymio.kiosk.screen;

import hymio.kiosk.visit.Comfort;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Heard;
import hymio.kiosk.visit.VisitState.LanguageSheet;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Questionnaire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a picture shows: a state of the visit on a terminal where no time passes. */
record Shown(VisitState state, String name, String line) implements Surroundings {
    private static final Comfort LARGE = new Comfort(true, false, false, false, 0);
    private static final Comfort CONTRAST = new Comfort(false, true, false, false, 0);
    private static final Comfort LISTENING = new Comfort(true, false, false, true, 0);

    /** Every screen, by name. Arabic shows what a questionnaire in all languages shows. */
    static Map<String, Shown> all(String language) {
        Map<String, Shown> all = new LinkedHashMap<>(first(language));
        all.putAll(later(language));
        return all;
    }

    /** The question, what lies over it, and the shortest thanks. */
    static Map<String, Shown> first(String language) {
        Map<String, Shown> first = new LinkedHashMap<>();
        idle(first, language);
        sheets(first, language);
        first.put("thanking", of(new VisitState(questionnaire(language), language, new Thanking(0))));
        return first;
    }

    /** What comes after the press, and staff's screens. */
    static Map<String, Shown> later(String language) {
        Map<String, Shown> later = new LinkedHashMap<>();
        LaterSteps.of(language).forEach((step, state) -> later.put(step, of(state)));
        return later;
    }

    private static void idle(Map<String, Shown> all, String language) {
        VisitState asking = new VisitState(questionnaire(language), language, new Asking());
        VisitState longest = new VisitState(Samples.LONGEST, language, new Asking());
        all.put("asking", of(asking));
        all.put("strip", new Shown(asking, Samples.PLACE.in(language), Samples.STRIP.in(language)));
        all.put("saving", of(asking.phase(new Saving(2))));
        all.put("discreet", of(asking.phase(new Saving(VisitState.ANY_FACE))));
        all.put("five", of(new VisitState(Samples.FIVE, language, new Asking())));
        all.put("languages-many", of(new VisitState(Samples.WORLD, language, new Asking())));
        all.put("longest", new Shown(longest, Samples.LONGEST_PLACE, Samples.STRIP.in(language)));
        all.put("asking-large", of(asking.comfort(LARGE)));
        all.put("asking-contrast", of(asking.comfort(CONTRAST)));
        all.put("sleeping", of(asking.phase(new Sleeping())));
    }

    private static void sheets(Map<String, Shown> all, String language) {
        VisitState asking = new VisitState(questionnaire(language), language, new Asking());
        VisitState world = new VisitState(Samples.WORLD, language, new Asking());
        all.put("explaining", of(over(asking, new Explaining(new Control.FaceOf(2), 0))));
        all.put("comfort", of(over(asking, new ComfortSheet())));
        all.put("comfort-silent", of(over(asking, new ComfortSheet(new Heard(false, false)))));
        all.put("comfort-large", of(over(world.comfort(LISTENING), new ComfortSheet())));
        all.put("comfort-buttons", of(over(asking, new ComfortSheet()).focus(1)));
        all.put("languages", of(over(world, new LanguageSheet())));
        all.put("languages-large", of(over(world.comfort(LARGE), new LanguageSheet())));
    }

    private static Questionnaire questionnaire(String language) {
        return ScreenTexts.COMPLETE.contains(language) ? Questionnaire.BUILT_IN : Samples.WORLD;
    }

    private static VisitState over(VisitState state, Over over) {
        return state.over(Optional.of(over));
    }

    private static Shown of(VisitState state) {
        return new Shown(state, Samples.PLACE.in(state.language()), "");
    }

    @Override
    public String place(String language) {
        return name;
    }

    @Override
    public String strip(String language) {
        return line;
    }

    @Override
    public long uptimeMillis() {
        return 0;
    }
}
