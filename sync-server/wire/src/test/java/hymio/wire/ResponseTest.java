package hymio.wire;

import static hymio.wire.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Response.Extra;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What few responses have, as the batch carries it. */
class ResponseTest {
    private static final PressTime TIME = new PressTime(WireCodecTest.BOOT, 1_000, 1_795_000_000_000L, true);

    private static Response response(long number, int option, Extra extra) {
        return new Response(number, 5, "service@1", option, TIME, extra);
    }

    private static Batch batch(Response... responses) {
        return new Batch(WireCodecTest.JOURNAL, 99, WireCodecTest.SENT, List.of(responses), WireCodecTest.WELL);
    }

    private static final String JSON = Samples.json(batch(
            response(5, 1, Extra.NONE),
            response(6, 1, Extra.takingBack(5)),
            response(7, 2, Extra.misused(1)),
            response(8, 0, Extra.commented("Kiitos, hyvää työtä"))));

    @Test
    void extrasReadBackEqualAndStandOnlyWhereTheyAre() {
        Batch read = Samples.read(JSON, Batch.class);
        assertThat(read.responses())
                .extracting(Response::extra)
                .containsExactly(
                        Extra.NONE, Extra.takingBack(5), Extra.misused(1), Extra.commented("Kiitos, hyvää työtä"));
        assertThat(JSON)
                .containsOnlyOnce("takesBack")
                .containsOnlyOnce("misuse")
                .containsOnlyOnce("comment");
        assertThat(Samples.json(read)).isEqualTo(JSON);
    }

    @Test
    void plainPressTakesNoMoreBytesThanBefore() {
        assertThat(Samples.json(batch(new Response(5, 5, "service@1", 1, TIME))))
                .contains(
                        "\"responses\":[{\"number\":5,\"question\":\"service@1\",\"option\":1,\"uptime\":1000,\"clock\":0}]");
    }

    @Test
    void zeroAndEmptyAreTheSameAsAbsent() {
        String none = JSON.replace("\"takesBack\":5", "\"takesBack\":0,\"misuse\":0,\"comment\":\"\"");
        assertThat(Samples.read(none, Batch.class).responses().get(1).extra()).isEqualTo(Extra.NONE);
        String nulls = JSON.replace("\"takesBack\":5", "\"takesBack\":null,\"misuse\":null,\"comment\":null");
        assertThat(Samples.read(nulls, Batch.class).responses().get(1).extra()).isEqualTo(Extra.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "takesBack\":5,takesBack\":6,responses[1].takesBack must be the number of an earlier response",
        "takesBack\":5,takesBack\":-1,responses[1].takesBack must be from 0 to 1000000000000",
        "takesBack\":5,takesBack\":\"5\",The field responses[1].takesBack",
        "misuse\":1,misuse\":1000,responses[2].misuse must be from 0 to 999",
        "misuse\":1,misuse\":-1,responses[2].misuse must be from 0 to 999",
        "misuse\":1,misuse\":4294967297,responses[2].misuse must be from 0 to 999",
        "'Kiitos, hyvää työtä',' ','responses[3].comment must be 1 to 500 characters'",
        "Kiitos,a\\u0007b,responses[3].comment must not hold control characters",
        "'\"Kiitos, hyvää työtä\"',7,The field responses[3].comment is missing or no text",
    })
    void wrongExtrasAreNamed(String good, String bad, String reason) {
        String broken = JSON.replace(good, bad);
        assertThat(broken).isNotEqualTo(JSON);
        assertRefused(broken, Batch.class, reason);
    }

    @Test
    void commentHasAtMostFiveHundredCharacters() {
        String comment = "Kiitos, hyvää työtä";
        assertThat(Samples.read(JSON.replace(comment, "ä".repeat(500)), Batch.class)
                        .responses()
                        .getLast()
                        .extra()
                        .comment())
                .hasSize(500);
        assertRefused(
                JSON.replace(comment, "ä".repeat(501)),
                Batch.class,
                "responses[3].comment must be 1 to 500 characters");
    }

    @Test
    void refusalTravelsInTheHeartbeat() {
        Heartbeat refusing = new Heartbeat(
                "0.1.0", "c1", 0, List.of(), Optional.of(new Heartbeat.Refusal("c2", "questions[1].answers.kind")));
        String json = Samples.json(refusing);
        assertThat(Samples.read(json, Heartbeat.class)).isEqualTo(refusing);
        assertThat(Samples.json(WireCodecTest.WELL)).doesNotContain("refused");
        assertRefused(
                json.replace("\"c2\"", "\"\""), Heartbeat.class, "refused.heartbeat.refused.config must be 1 to 80");
        String long201 = json.replace("questions[1].answers.kind", "x".repeat(201));
        assertRefused(long201, Heartbeat.class, "refused.heartbeat.refused.why must be 1 to 200");
    }

    @Test
    void configCarriesLookBehaviourAndPinOrNoneOfThem() {
        Place place = new Place("sali", Samples.TEXT, "", "Europe/Helsinki");
        Config plain = new Config("c1", "t-1", "Aula", place, Questionnaire.BUILT_IN);
        assertThat(Samples.json(plain)).doesNotContain("look", "behaviour", "staffPin");
        assertThat(Samples.read(Samples.json(plain), Config.class)).isEqualTo(plain);
        String wrong = Samples.json(plain).replaceFirst("}$", ",\"look\":{\"paper\":\"#FFFFFF\"}}");
        assertRefused(wrong, Config.class, "The field look.");
    }
}
