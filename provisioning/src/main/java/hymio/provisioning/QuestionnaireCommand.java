package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.wire.BadWireException;
import hymio.wire.Limits;
import hymio.wire.Publication;
import hymio.wire.Questionnaire;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        Publication publication = new Publication(location, read(file));
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

    @Command(name = "example", description = "Print a questionnaire to start from. Needs no server.")
    void example(
            @Option(
                            names = "--faces",
                            paramLabel = "N",
                            defaultValue = "4",
                            description = "Number of faces, 4 or 5 (default: ${DEFAULT-VALUE}).")
                    int faces) {
        if (faces != 4 && faces != 5) {
            throw provision.wrongUse("--faces must be 4 or 5, not " + faces);
        }
        spec.commandLine().getOut().print(example("questionnaire-" + faces + ".json"));
        spec.commandLine().getOut().flush();
    }

    private static String example(String resource) {
        try (InputStream in = QuestionnaireCommand.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Questionnaire read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.BODY_BYTES + 1);
            if (bytes.length > Limits.BODY_BYTES) {
                throw new BadFileException(file + " is larger than " + Limits.BODY_BYTES + " bytes.", null);
            }
            return new WireCodec().read(bytes, Questionnaire.class);
        } catch (NoSuchFileException e) {
            throw new BadFileException("There is no file " + file + ". Make one with: questionnaire example", e);
        } catch (IOException e) {
            throw new BadFileException(file + " cannot be read (" + e.getMessage() + ").", e);
        } catch (BadWireException e) {
            throw new BadFileException(file + " is no questionnaire. " + e.getMessage(), e);
        }
    }

    /** What {@code --json} prints of a publication. */
    private record Published(String location, String questionnaire) {}
}
