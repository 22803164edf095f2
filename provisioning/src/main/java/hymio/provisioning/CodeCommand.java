package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.print.Table;
import hymio.wire.CodeRequest;
import hymio.wire.EnrolmentCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code provision code}: lets one more terminal enrol. */
@Command(name = "code", description = "Make a one-time code with which one terminal enrols.")
final class CodeCommand implements Runnable {
    private final Provision provision;

    @Option(names = "--location", required = true, paramLabel = "ID", description = "Where the terminal will stand.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String location;

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "What staff will call the terminal.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String name;

    CodeCommand(Provision provision) {
        this.provision = provision;
    }

    @Override
    public void run() {
        CodeRequest request = new CodeRequest(location, provision.text("--name", name));
        try (ServerApi server = provision.open()) {
            EnrolmentCode code = server.code(request);
            provision.print(code, () -> human(code));
        }
    }

    private static String human(EnrolmentCode code) {
        Table table = new Table(Table.words("CODE"), Table.words("WORKS UNTIL"));
        table.row(code.code(), code.expires());
        return table + "\n\nOn the terminal: ./hymio kiosk --data DIR --server URL --code " + code.code();
    }
}
