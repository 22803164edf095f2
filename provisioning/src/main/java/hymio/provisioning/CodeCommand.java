package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.print.Table;
import hymio.wire.CodeRequest;
import hymio.wire.EnrolmentCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code provision code}: lets one more terminal enrol, or another machine take over a terminal. */
@Command(
        name = "code",
        description = "Make a one-time code with which one terminal enrols, or a new machine takes over one.")
final class CodeCommand implements Runnable {
    private final Provision provision;

    @Option(names = "--location", paramLabel = "ID", description = "Where the new terminal will stand.")
    private @Nullable String location;

    @Option(names = "--name", paramLabel = "TEXT", description = "What staff will call the new terminal.")
    private @Nullable String name;

    @Option(
            names = "--replace",
            paramLabel = "TERMINAL",
            description =
                    "Instead: the id of a terminal whose machine is changed. The new machine gets its id, name and"
                            + " place; the one before is refused, and what it still holds can be carried in with bundle.")
    private @Nullable String replace;

    CodeCommand(Provision provision) {
        this.provision = provision;
    }

    @Override
    public void run() {
        CodeRequest request = replace == null ? request() : null;
        if (replace != null && (location != null || name != null || replace.isBlank())) {
            throw provision.wrongUse("Give --replace TERMINAL alone: the new machine gets its location and name.");
        }
        try (ServerApi server = provision.open()) {
            EnrolmentCode code = request == null ? server.codeFor(String.valueOf(replace)) : server.code(request);
            provision.print(code, () -> human(code));
        }
    }

    private CodeRequest request() {
        if (location == null || name == null) {
            throw provision.wrongUse("Give --location ID and --name TEXT, or --replace TERMINAL.");
        }
        return new CodeRequest(location, provision.text("--name", name));
    }

    private static String human(EnrolmentCode code) {
        Table table = new Table(Table.words("CODE"), Table.words("WORKS UNTIL"));
        table.row(code.code(), code.expires());
        return table + "\n\nOn the terminal: ./hymio kiosk --data DIR --server URL --code " + code.code();
    }
}
