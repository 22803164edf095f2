package hymio.server.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.wire.Config;
import hymio.wire.Publication;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Receipt;
import hymio.wire.Texts;
import hymio.wire.Wire;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigApiTest {
    private TestServer server;
    private Enrolled terminal;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.location("kaupunki", "", "Europe/Helsinki");
        server.location("kirjasto", "kaupunki", "Europe/Helsinki");
        server.location("sali", "kirjasto", "Europe/Helsinki");
        terminal = server.enrolled("sali");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Questionnaire questionnaire(String id, String question, String text) {
        Texts texts = Texts.of(text, text, text);
        return new Questionnaire(id, 1, List.of(new Question(question, 1, texts, Collections.nCopies(5, texts))));
    }

    private Answer publish(String location, Questionnaire questionnaire) {
        return server.post(Wire.QUESTIONNAIRES, new Publication(location, questionnaire));
    }

    private Answer config(String ifNoneMatch) {
        return server.send(server.terminal(Wire.CONFIG, terminal.bearer())
                .header("If-None-Match", ifNoneMatch)
                .build());
    }

    private Questionnaire asked() {
        return config("").as(Config.class).questionnaire();
    }

    @Test
    void builtInIsAskedUntilSomethingIsPublished() {
        Answer answer = config("");
        Config config = answer.as(Config.class);
        assertThat(config.questionnaire()).isEqualTo(Questionnaire.BUILT_IN);
        assertThat(config.terminal()).isEqualTo(terminal.id());
        assertThat(config.place().id()).isEqualTo("sali");
        assertThat(answer.headers().get("ETag")).isEqualTo("\"" + config.version() + "\"");
    }

    @Test
    void unchangedConfigIsNotSentAgain() {
        String version = config("").headers().get("ETag");
        for (String tag : List.of(version, "W/" + version, "\"old\", " + version, "*")) {
            Answer answer = config(tag);
            assertThat(answer.status()).as(tag).isEqualTo(304);
            assertThat(answer.bytes()).isEmpty();
            assertThat(answer.headers().get("ETag")).isEqualTo(version);
        }
        assertThat(config("\"old\"").status()).isEqualTo(200);
    }

    @Test
    void newestQuestionnaireOfTheNearestLocationIsAsked() {
        Questionnaire city = questionnaire("city", "one", "Yksi");
        Questionnaire library = questionnaire("library", "two", "Kaksi");
        Questionnaire newer = questionnaire("newer", "three", "Kolme");
        assertThat(publish("kirjasto", library).status()).isEqualTo(201);
        publish("kaupunki", city);
        assertThat(asked()).isEqualTo(library);
        publish("kirjasto", newer);
        assertThat(asked()).isEqualTo(newer);
        publish("kirjasto", library);
        assertThat(asked()).isEqualTo(library);
    }

    @Test
    void receiptTellsTheNewestConfig() {
        UUID journal = UUID.randomUUID();
        String before =
                server.send(terminal, Batches.of(journal)).as(Receipt.class).config();
        assertThat(before).isEqualTo(config("").as(Config.class).version());
        publish("kaupunki", questionnaire("city", "one", "Yksi"));
        String after =
                server.send(terminal, Batches.of(journal)).as(Receipt.class).config();
        assertThat(after)
                .isNotEqualTo(before)
                .isEqualTo(config("").as(Config.class).version());
    }

    @Test
    void publishedQuestionnaireAndQuestionNeverChange() {
        publish("kaupunki", questionnaire("city", "one", "Yksi"));
        Answer questionnaire = publish("kaupunki", questionnaire("city", "two", "Kaksi"));
        assertThat(questionnaire.status()).isEqualTo(409);
        assertThat(questionnaire.problem()).isEqualTo("exists");
        assertThat(questionnaire.detail()).contains("city@1");
        Answer question = publish("kaupunki", questionnaire("other", "one", "Toinen"));
        assertThat(question.status()).isEqualTo(409);
        assertThat(question.detail()).contains("one@1");
        assertThat(publish("kaupunki", questionnaire("other", "service", "Toinen"))
                        .detail())
                .contains("service@1");
        assertThat(asked()).isEqualTo(questionnaire("city", "one", "Yksi"));
    }

    @Test
    void publishingForAnUnknownLocationIsRefused() {
        assertThat(publish("nowhere", questionnaire("city", "one", "Yksi")).status())
                .isEqualTo(404);
    }
}
