package hymio.server;

import hymio.server.access.Grant;
import hymio.server.access.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options {@code --role} and {@code --at} of commands that give rights. */
final class Granted {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "viewer: sees figures. editor: also questionnaires, settings, bundles."
                    + " administrator: also locations and terminals.")
    private String role = "";

    @Option(
            names = "--at",
            paramLabel = "LOCATION",
            description = "Id of a location: the role holds there and below it; everywhere when left out.")
    private @Nullable String at;

    Grant grant(CommandLine command) {
        return new Grant(role(command, role), Optional.ofNullable(at));
    }

    static Role role(CommandLine command, String word) {
        return Role.of(word)
                .orElseThrow(() -> new ParameterException(
                        command, "\"" + word + "\" is no role. The roles are viewer, editor and administrator."));
    }

    /** {@code viewer at paakirjasto}, {@code administrator everywhere}. */
    static String told(Grant grant) {
        return grant.role().word()
                + grant.location().map(location -> " at " + location).orElse(" everywhere");
    }
}
