package hymio.kiosk.screen;

import hymio.kiosk.visit.Carrying;
import hymio.kiosk.visit.Comfort;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.StaffFigures;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
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
import hymio.wire.Limits;
import hymio.wire.Question;
import hymio.wire.Question.Answers;
import hymio.wire.Question.Choice;
import hymio.wire.Question.Kind;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
                            choice("staff", "Asiakas\u00ADpalvelu", "Be\u00ADtjäningen", "The service", "الخدمة"),
                            choice("wait", "Odotus\u00ADaika", "Vänte\u00ADtiden", "The waiting time", "وقت الانتظار"),
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
                                    "Tekniken krånglade",
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

    /** The longest texts that the contract lets through. */
    private static final Question LONGEST = new Question(
            "longest",
            1,
            Samples.LONGEST.questions().getFirst().text(),
            List.of(),
            Optional.of(new Answers(
                    Kind.CHOICES,
                    Collections.nCopies(
                            Limits.CHOICES,
                            new Choice(Samples.LONGEST.questions().getFirst().text(), Optional.of("staff"))),
                    Optional.empty(),
                    Optional.empty())),
            Optional.empty());

    /** A first question and a follow-up of every kind. */
    static final Questionnaire ALL = new Questionnaire("all", 1, List.of(FIRST, WHY, RECOMMEND, SAY, AGAIN, LONGEST));

    private static final Texts COMMENT = texts(
            "Lehtisalissa oli tänään todella meluisaa, mutta henkilökunta auttoi ystävällisesti löytämään"
                    + " rauhallisemman paikan. Toivoisin lisää pistorasioita ja työpöytiä, joissa voi",
            "Det var mycket bullrigt i tidningssalen i dag, men personalen hjälpte mig vänligt att hitta en lugnare"
                    + " plats. Jag önskar fler eluttag och arbetsbord där man kan",
            "The reading room was very noisy today, but your staff kindly helped me to find a quieter place. I would"
                    + " like more sockets and desks where one can",
            "كانت قاعة القراءة صاخبة جدًا اليوم، لكن الموظفين ساعدوني بلطف في العثور على مكان أهدأ.");

    private static final Texts MASKED = texts(
            "Soittakaa minulle ••• tai •••, kiitos.",
            "Ring mig på ••• eller •••, tack.",
            "Please call me on ••• or •••, thank you.",
            "اتصلوا بي على الرقم ••• من فضلكم.");

    /** As long as a comment may be. */
    private static final String LONG =
            (COMMENT.in("fi") + " työskennellä. ").repeat(4).substring(0, Limits.COMMENT);

    private static final StaffFigures FIGURES = new StaffFigures(
            List.of(126L, 60L, 16L, 17L),
            new StaffFigures.Sync(true, "14.05"),
            3,
            0,
            "0.1.0",
            "4f2a9c0d11e7",
            List.of("gpio-absent", "button-stuck"),
            List.of("192.168.10.24"));

    private static final StaffFigures QUIET = new StaffFigures(
            List.of(0L, 0L, 0L, 0L),
            new StaffFigures.Sync(true, "8.00"),
            0,
            0,
            "0.1.0",
            "",
            List.of(),
            List.of("192.168.10.24"));

    private static final StaffFigures BUSY = new StaffFigures(
            List.of(999_999L, 120_000L, 1_601L, 17L, 1L),
            new StaffFigures.Sync(false, "8.00"),
            999_999,
            12,
            "0.1.0",
            "4f2a9c0d11e7",
            List.of("gpio-absent", "button-stuck", "outbox", "not-signed-in", "sound-absent", "speech-absent"),
            List.of());

    private static final Comfort LARGE = new Comfort(true, false, false, false, 0);
    private static final Comfort CONTRAST = new Comfort(false, true, false, false, 0);

    /** Every step, by the name of its picture. */
    static Map<String, VisitState> of(String language) {
        VisitState base = new VisitState(ALL, language, new Thanking(0));
        VisitState undo = base.undo(Optional.of(new Undo(-1_500, 3_500))).voted(OptionalInt.of(4));
        Map<String, VisitState> steps = new TreeMap<>();
        steps.put("reasons", undo.phase(new Choosing(1, Set.of(2, 5))));
        steps.put("reasons-focus", undo.phase(new Choosing(1, Set.of())).focus(3));
        steps.put("scale", base.voted(OptionalInt.of(VisitState.ANY_FACE)).phase(new Choosing(2, Set.of())));
        steps.put("faces-after", base.phase(new Choosing(4, Set.of())));
        steps.put("writing-empty", base.phase(new Writing(3, Draft.EMPTY)));
        steps.put("writing", base.phase(new Writing(3, new Draft(COMMENT.in(language), false, false))));
        steps.put("writing-signs", undo.phase(new Writing(3, new Draft("040 123", false, true))));
        steps.put("writing-few-left", base.phase(new Writing(3, new Draft(LONG.substring(0, 477), false, false))));
        steps.put("reviewing", base.phase(new Reviewing(3, Draft.EMPTY, MASKED.in(language))));
        steps.put("reviewing-long", base.phase(new Reviewing(3, Draft.EMPTY, LONG)));
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
        steps.put("staff-stop", base.phase(new StaffMenu(FIGURES, Optional.of(Act.STAFF_STOP))));
        steps.put("staff-restart", base.phase(new StaffMenu(FIGURES, Optional.of(Act.STAFF_RESTART))));
        steps.put("button-test", base.phase(new ButtonTest(buttons())));
        steps.put("reasons-large", undo.comfort(LARGE).phase(new Choosing(1, Set.of(2))));
        steps.put("scale-large", base.comfort(LARGE).voted(OptionalInt.of(4)).phase(new Choosing(2, Set.of())));
        steps.put("writing-large", base.comfort(LARGE).phase(new Writing(3, new Draft("Hei", false, false))));
        steps.put(
                "writing-few-left-large",
                base.comfort(LARGE).phase(new Writing(3, new Draft(LONG.substring(0, 477), false, false))));
        steps.put("writing-empty-large", base.comfort(LARGE).phase(new Writing(3, Draft.EMPTY)));
        steps.put("reviewing-large", base.comfort(LARGE).phase(new Reviewing(3, Draft.EMPTY, MASKED.in(language))));
        steps.put("thanking-undo-large", undo.comfort(LARGE));
        steps.put("reasons-contrast", undo.comfort(CONTRAST).phase(new Choosing(1, Set.of(2, 5))));
        steps.put("reasons-longest", undo.phase(new Choosing(5, Set.of(2))));
        steps.put("carry-writing", base.phase(new CarryingOut(new Carrying.Writing(34_000, 120_345))));
        steps.put("carry-written", base.phase(new CarryingOut(new Carrying.Written(120_345, 8))));
        for (Carrying.Reason reason : Carrying.Reason.values()) {
            String name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            steps.put("carry-" + name, base.phase(new CarryingOut(new Carrying.Stopped(reason))));
        }
        steps.put("staff-quiet", base.phase(new StaffMenu(QUIET)));
        steps.put("staff-busy", base.phase(new StaffMenu(BUSY)));
        return steps;
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
