package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.wire.BadValueException;
import hymio.wire.Limits;
import hymio.wire.Look;
import hymio.wire.Wire;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code provision settings look}: colours and logo. */
@Command(
        name = "look",
        description = "Colours and logo by day. Refused, with the reason, when somebody could not read them.")
final class LookCommand extends SettingCommand {
    /** What fits into {@link Limits#LOGO} characters of base64. */
    private static final int LOGO_BYTES = Limits.LOGO / 4 * 3;

    @Option(names = "--file", paramLabel = "FILE", description = "The look, as settings example prints it.")
    private @Nullable Path file;

    @Option(
            names = "--logo",
            paramLabel = "FILE",
            description = "A PNG of at most " + LOGO_BYTES + " bytes, shown at the top. Needs --file.")
    private @Nullable Path logo;

    LookCommand(Provision provision) {
        super(provision, Wire.LOOK);
    }

    @Override
    boolean given() {
        if (logo != null && file == null) {
            throw provision.wrongUse("--logo needs --file too. Start from what this prints: settings example");
        }
        return file != null;
    }

    @Override
    Object value(ServerApi server, String location) {
        Look look = JsonFile.read(Objects.requireNonNull(file), Look.class, "look", "settings example");
        return logo == null ? look : with(look, logo);
    }

    private static Look with(Look look, Path logo) {
        try {
            String png = Base64.getEncoder().encodeToString(JsonFile.bytes(logo, LOGO_BYTES));
            return new Look(look.paper(), look.ink(), look.muted(), look.features(), look.faces(), Optional.of(png));
        } catch (NoSuchFileException e) {
            throw new BadFileException("There is no file " + logo + ".", e);
        } catch (IOException e) {
            throw JsonFile.unreadable(logo, e);
        } catch (BadValueException e) {
            throw new BadFileException(logo + " cannot be used. The " + e.getMessage(), e);
        }
    }
}
