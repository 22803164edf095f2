package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.wire.Publication;
import hymio.wire.Questionnaire;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code provision questionnaire}: what the terminals ask. */
@Command(name = "questionnaire", description = "What the terminals ask.")
final class QuestionnaireCommand extends Group {
    private final Provision provision;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
    private CommandSpec spec;

    QuestionnaireCommand(Provision provision) {
        this.provision = provision;
    }

    @Command(
            name = "publish",
            description = "Put a questionnaire into use at a location and below it. A published version never changes:"
                    + " give changed words a new version.")
    void publish(
            @Option(
                            names = "--location",
                            required = true,
                            paramLabel = "ID",
                            description = "Top of the branch that will ask it.")
                    String location,
            @Option(
                            names = "--file",
                            required = true,
                            paramLabel = "FILE",
                            description = "The questionnaire, as questionnaire example prints it.")
                    Path file) {
        Publication publication = new Publication(
                location, JsonFile.read(file, Questionnaire.class, "questionnaire", "questionnaire example"));
        try (ServerApi server = provision.open()) {
            server.publish(publication);
            Published published =
                    new Published(location, publication.questionnaire().key());
            provision.print(
                    published,
                    () -> "Published " + published.questionnaire() + " for " + location + " and what is below it."
                            + " Terminals take it up when they next sync.");
        }
    }

    @Command(
            name = "example",
            description =
                    "Print a questionnaire to start from: a face, then reasons, a scale and a comment. Needs no server.")
    void example(
            @Option(names = "--faces", paramLabel = "N", description = "Only one question, with 4 or 5 faces.")
                    @Nullable
                    Integer faces,
            @Option(
                            names = "--languages",
                            description = "Only one question, in every language that a terminal can offer. Let somebody"
                                    + " who speaks it read each one before you publish.")
                    boolean languages) {
        if (faces != null && languages) {
            throw provision.wrongUse("Give either --faces or --languages, not both.");
        }
        if (faces != null && faces != 4 && faces != 5) {
            throw provision.wrongUse("--faces must be 4 or 5, not " + faces);
        }
        String which = languages ? "languages" : faces == null ? "full" : faces.toString();
        spec.commandLine().getOut().print(Resource.text("questionnaire-" + which + ".json"));
        spec.commandLine().getOut().flush();
    }

    /** What {@code --json} prints of a publication. */
    private record Published(String location, String questionnaire) {}
}
