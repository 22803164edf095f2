package hymio.kiosk.screen;

import hymio.wire.Look;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What pictures and tests of the screen show: questionnaires, places and a town's look. */
final class Samples {
    static final Texts PLACE = Texts.of("Pääkirjasto · aula", "Huvudbiblioteket · entrén", "Main library · lobby");

    static final String LONGEST_PLACE =
            "Keski-Pohjanmaan hyvinvointialueen pohjoinen sosiaali- ja terveysasema · pääaula";

    static final Texts STRIP = Texts.of(
            "Toivoitte pidempiä aukioloja: lauantaisin nyt klo 18 asti.",
            "Ni önskade längre öppettider: nu till kl. 18 på lördagar.",
            "You asked for longer hours: now open until 6 pm on Saturdays.");

    /** Five faces, as a questionnaire may ask for. */
    static final Questionnaire FIVE = new Questionnaire("five", 1, List.of(fiveFaces()));

    /** The longest texts that the contract lets through. */
    static final Questionnaire LONGEST = new Questionnaire("longest", 1, List.of(longest()));

    /** In every language that a terminal can speak. */
    static final Questionnaire WORLD = new Questionnaire("world", 1, List.of(world()));

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

    private static Question world() {
        return new Question(
                "service",
                3,
                texts(
                        "Miten asiointi sujui tänään?",
                        "Miten asiasi sujui tänään?",
                        "Hur gick ditt ärende i dag?",
                        "How did your visit go today?",
                        "Mo du ášši manai odne?",
                        "Как прошёл ваш визит сегодня?",
                        "Як пройшов ваш візит сьогодні?",
                        "كيف كانت زيارتك اليوم؟",
                        "Sidee ayay booqashadaadu maanta u dhacday?"),
                List.of(
                        texts(
                                "Erin\u00ADomaisesti",
                                "Tosi hyvin",
                                "Utmärkt",
                                "Very well",
                                "Hui bures",
                                "Отлично",
                                "Чудово",
                                "ممتازة",
                                "Aad u fiican"),
                        texts("Hyvin", "Hyvin", "Bra", "Well", "Bures", "Хорошо", "Добре", "جيدة", "Fiican"),
                        texts("Huonosti", "Huonosti", "Dåligt", "Badly", "Heittot", "Плохо", "Погано", "سيئة", "Xun"),
                        texts(
                                "Erittäin huonosti",
                                "Tosi huonosti",
                                "Mycket dåligt",
                                "Very badly",
                                "Hui heittot",
                                "Очень плохо",
                                "Дуже погано",
                                "سيئة جدًا",
                                "Aad u xun")));
    }

    /** @param said in the order of {@link Questionnaire#LANGUAGES} */
    static Texts texts(String... said) {
        Map<String, String> texts = new java.util.HashMap<>();
        for (int i = 0; i < said.length; i++) {
            texts.put(Questionnaire.LANGUAGES.get(i), said[i]);
        }
        return new Texts(texts);
    }

    /** Colours and logo of a town that does not exist. */
    static Look town() {
        return new Look(
                "#EEF3F1",
                "#0B2F2B",
                "#48615D",
                "#FFFFFF",
                List.of("#0B5F59", "#3B7A1E", "#7A6200", "#B0470C", "#8E1B4E"),
                Optional.of(logo()));
    }

    private static String logo() {
        try (InputStream in = Samples.class.getResourceAsStream("sample-logo.png")) {
            return Base64.getEncoder()
                    .encodeToString(
                            Objects.requireNonNull(in, "sample-logo.png").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Samples() {}
}
