package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.print.Table;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code provision terminal}: the terminals the server knows. */
@Command(name = "terminal", description = "The terminals the server knows.")
final class TerminalCommand extends Group {
    private final Provision provision;

    TerminalCommand(Provision provision) {
        this.provision = provision;
    }

    @Command(name = "list", description = "Every terminal, revoked ones too.")
    void list() {
        try (ServerApi server = provision.open()) {
            TerminalList terminals = server.terminals();
            provision.print(terminals, () -> table(terminals));
        }
    }

    @Command(
            name = "revoke",
            description = "Refuse a terminal from now on. What it has sent stays; what it still holds is not taken.")
    void revoke(@Parameters(paramLabel = "ID", description = "Id of the terminal, such as t-4k7m2p9x.") String id) {
        if (id.isBlank()) {
            throw provision.wrongUse("Which terminal? Its id is in: provision terminal list");
        }
        try (ServerApi server = provision.open()) {
            server.revoke(id);
            provision.print(new Revoked(id, true), () -> "The server refuses terminal " + id + " from now on.");
        }
    }

    private static String table(TerminalList terminals) {
        Table table = new Table(
                Table.words("ID"),
                Table.words("NAME"),
                Table.words("LOCATION"),
                Table.words("STATE"),
                Table.words("LAST SEEN"),
                Table.numbers("STORED"),
                Table.numbers("RECEIVED"),
                Table.numbers("PENDING"),
                Table.numbers("CONFLICTS"),
                Table.words("APP"),
                Table.words("PROBLEMS"));
        terminals.terminals().forEach(t -> addTo(table, t));
        return table.toString();
    }

    private static void addTo(Table table, TerminalInfo t) {
        table.row(
                t.id(),
                t.name(),
                t.location(),
                t.revoked() ? "revoked" : "in use",
                t.lastSeen().isEmpty() ? "never" : t.lastSeen(),
                t.minted(),
                t.received(),
                t.pending(),
                t.conflicts(),
                t.app(),
                problems(t));
    }

    private static String problems(TerminalInfo t) {
        String words = String.join(" ", t.problems());
        return t.refused()
                .map(it -> (words + " could not take config " + it.config() + ": " + it.why()).strip())
                .orElse(words);
    }

    /** What {@code --json} prints of a revocation. */
    private record Revoked(String id, boolean revoked) {}
}
