package hymio.kiosk.screen;

import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.StaffFigures;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Reviewing;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.StaffMenu;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Undo;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Question;
import hymio.wire.Question.Answers;
import hymio.wire.Question.Choice;
import hymio.wire.Question.Kind;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What pictures show of the steps after the press. */
final class LaterSteps {
    private static final Question FIRST = new Question(
            "service",
            1,
            texts(
                    "Miten asiointi sujui tänään?",
                    "Hur gick ditt ärende i dag?",
                    "How did your visit go today?",
                    "كيف كانت زيارتك اليوم؟"),
            List.of(
                    texts("Erin\u00ADomaisesti", "Utmärkt", "Very well", "ممتازة"),
                    texts("Hyvin", "Bra", "Well", "جيدة"),
                    texts("Huonosti", "Dåligt", "Badly", "سيئة"),
                    texts("Erittäin huonosti", "Mycket dåligt", "Very badly", "سيئة جدًا")));

    private static final Question WHY = follow(
            "why",
            texts("Mikä meni pieleen?", "Vad gick fel?", "What went wrong?", "ما المشكلة؟"),
            new Answers(
                    Kind.CHOICES,
                    List.of(
                            choice("staff", "Asiakas\u00ADpalvelu", "Betjäningen", "The service", "الخدمة"),
                            choice("wait", "Odotus\u00ADaika", "Väntetiden", "The waiting time", "وقت الانتظار"),
                            choice("noise", "Melu", "Ljudnivån", "The noise", "الضوضاء"),
                            choice(
                                    "books",
                                    "Aineistoa puuttui",
                                    "Material saknades",
                                    "Something was missing",
                                    "مواد ناقصة"),
                            choice(
                                    "devices",
                                    "Laitteet eivät toimineet",
                                    "Utrustningen fungerade inte",
                                    "Devices did not work",
                                    "الأجهزة"),
                            choice("other", "Jokin muu", "Något annat", "Something else", "شيء آخر")),
                    Optional.empty(),
                    Optional.empty()));

    private static final Question RECOMMEND = follow(
            "recommend",
            texts(
                    "Kuinka todennäköisesti suosittelet meitä?",
                    "Hur sannolikt är det att du rekommenderar oss?",
                    "How likely are you to recommend us?",
                    "ما مدى احتمال أن توصي بنا؟"),
            new Answers(
                    Kind.SCALE,
                    List.of(),
                    Optional.of(texts("En lainkaan", "Inte alls", "Not at all", "غير محتمل")),
                    Optional.of(texts("Erittäin todennäköisesti", "Mycket sannolikt", "Very likely", "محتمل جدًا"))));

    private static final Question SAY = follow(
            "say",
            texts(
                    "Mitä haluaisit kertoa meille?",
                    "Vad vill du berätta för oss?",
                    "What would you like to tell us?",
                    "ماذا تود أن تخبرنا؟"),
            new Answers(Kind.COMMENT, List.of(), Optional.empty(), Optional.empty()));

    private static final Question AGAIN = new Question(
            "space", 1, texts("Entä tilat?", "Och lokalerna?", "And the rooms?", "وماذا عن المكان؟"), FIRST.faces());

    /** A first question and a follow-up of every kind. */
    static final Questionnaire ALL = new Questionnaire("all", 1, List.of(FIRST, WHY, RECOMMEND, SAY, AGAIN));

    private static final StaffFigures FIGURES = new StaffFigures(
            List.of(126L, 60L, 16L, 17L),
            new StaffFigures.Sync(true, "14.05"),
            3,
            0,
            "0.1.0",
            "4f2a9c0d11e7",
            List.of("gpio-absent", "button-stuck"),
            List.of("192.168.10.24"));

    /** Every step, by the name of its picture. */
    static Map<String, VisitState> of(String language) {
        VisitState base = new VisitState(ALL, language, new Thanking(0));
        VisitState undo = base.undo(Optional.of(new Undo(-1_500, 3_500)));
        Map<String, VisitState> steps = new TreeMap<>();
        steps.put("reasons", undo.phase(new Choosing(1, Set.of(2, 5))));
        steps.put("reasons-focus", undo.phase(new Choosing(1, Set.of())).focus(3));
        steps.put("scale", base.phase(new Choosing(2, Set.of())));
        steps.put("faces-after", base.phase(new Choosing(4, Set.of())));
        steps.put("writing-empty", base.phase(new Writing(3, Draft.EMPTY)));
        steps.put("writing", base.phase(new Writing(3, new Draft(comment(), false, false))));
        steps.put("writing-signs", base.phase(new Writing(3, new Draft("Puh. 040", false, true))));
        steps.put("reviewing", base.phase(new Reviewing(3, Draft.EMPTY, "Soittakaa minulle ••• tai •••, kiitos.")));
        steps.put("thanking-undo", undo);
        steps.put("taken-back", base.phase(new TakenBack(0)));
        steps.put("sorry", base.phase(new Sorry(0)));
        steps.put("playing", undo.phase(new Playing(4, 0)));
        steps.put(
                "still-there",
                base.phase(new Choosing(1, Set.of(2))).over(Optional.of(new StillThere(-6_000, 14_000))));
        steps.put("pin", base.phase(new PinAsked(4, false, 0)));
        steps.put("pin-locked", base.phase(new PinAsked(0, true, 120_000)));
        steps.put("staff", base.phase(new StaffMenu(FIGURES)));
        steps.put("button-test", base.phase(new ButtonTest(buttons())));
        return steps;
    }

    private static String comment() {
        return "Lehtisalissa oli tänään todella meluisaa, mutta henkilökunta auttoi ystävällisesti löytämään"
                + " rauhallisemman paikan. Toivoisin lisää pistorasioita ja työpöytiä, joissa voi";
    }

    private static List<StaffFigures.Button> buttons() {
        return List.of(
                new StaffFigures.Button(1, false, 3, 0, false),
                new StaffFigures.Button(2, true, 1, 0, false),
                new StaffFigures.Button(3, false, 0, 6, false),
                new StaffFigures.Button(4, true, 0, 0, true));
    }

    private static Question follow(String id, Texts text, Answers answers) {
        return new Question(id, 1, text, List.of(), Optional.of(answers), Optional.empty());
    }

    private static Choice choice(String icon, String fi, String sv, String en, String ar) {
        return new Choice(texts(fi, sv, en, ar), Optional.of(icon));
    }

    private static Texts texts(String fi, String sv, String en, String ar) {
        return new Texts(Map.of("fi", fi, "sv", sv, "en", en, "ar", ar));
    }

    private LaterSteps() {}
}
