package hymio.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Publication;
import hymio.wire.Question;
import hymio.wire.Question.Kind;
import hymio.wire.Questionnaire;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionnaireCommandTest {
    private final WireCodec codec = new WireCodec();
    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',4,5,fi fi-simple sv en",
        "--faces=4,4,1,fi sv en",
        "--faces=5,5,1,fi sv en",
        "--languages,4,1,fi fi-simple sv en se ru uk ar so",
    })
    void examplesAreQuestionnairesThatCanBePublished(String option, int faces, int questions, String languages)
            throws Exception {
        Cli example =
                option.isEmpty() ? Cli.run("questionnaire", "example") : Cli.run("questionnaire", "example", option);
        Questionnaire questionnaire = codec.read(example.out().getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        assertThat(questionnaire.questions()).hasSize(questions);
        assertThat(questionnaire.questions().getFirst().faces()).hasSize(faces);
        assertThat(questionnaire.languages()).containsExactly(languages.split(" "));

        Path file = Files.writeString(folder.resolve("q.json"), example.out());
        server.enqueue(Cli.json(201, new Publication("kirjastot", questionnaire)));
        Cli cli = Cli.at(
                server, "questionnaire", "publish", "--location", "kirjastot", "--file", file.toString(), "--json");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out())
                .isEqualToIgnoringNewLines(
                        "{\"location\":\"kirjastot\",\"questionnaire\":\"" + questionnaire.key() + "\"}");
        assertThat(codec.read(server.takeRequest().getBody().toByteArray(), Publication.class))
                .isEqualTo(new Publication("kirjastot", questionnaire));
    }

    /** One who starts from several examples can publish them all: no question has the name of another. */
    @Test
    void fullExampleHasEveryKindAndOnlyIconsThatAreDocumented() throws Exception {
        Questionnaire full = codec.read(
                Cli.run("questionnaire", "example").out().getBytes(StandardCharsets.UTF_8), Questionnaire.class);
        assertThat(full.questions())
                .extracting(Question::kind)
                .containsExactly(Kind.FACES, Kind.CHOICES, Kind.CHOICES, Kind.SCALE, Kind.COMMENT);
        assertThat(full.questions().get(1).follows(1)).isTrue();
        assertThat(full.questions().get(1).follows(4)).isFalse();
        assertThat(full.questions().get(2).follows(4)).isTrue();
        String wire = Files.readString(Path.of("../docs/wire.md"));
        full.questions().stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(answers -> answers.choices().stream())
                .forEach(choice -> assertThat(wire).contains("`" + choice.icon().orElseThrow() + "`"));
        Set<String> ids = new HashSet<>();
        for (String option : List.of("--faces=4", "--faces=5", "--languages", "--json")) {
            Questionnaire each = codec.read(
                    Cli.run("questionnaire", "example", option).out().getBytes(StandardCharsets.UTF_8),
                    Questionnaire.class);
            each.questions()
                    .forEach(question -> assertThat(ids.add(question.id())).isTrue());
        }
    }

    @Test
    void brokenQuestionnaireIsRefusedBeforeTheServerIsAsked() throws Exception {
        Path file = Files.writeString(folder.resolve("q.json"), "{\"id\":\"a\",\"version\":0,\"questions\":[]}");
        Cli cli = Cli.at(server, "questionnaire", "publish", "--location", "a", "--file", file.toString());
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).contains("q.json").contains("version must be from 1");
        Cli none = Cli.at(server, "questionnaire", "publish", "--location", "a", "--file", file + "x");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("There is no file");
        assertThat(server.getRequestCount()).isZero();
    }
}
