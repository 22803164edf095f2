package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.print.PlainText;
import hymio.provisioning.print.Table;
import hymio.wire.Conflict;
import hymio.wire.ConflictList;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.UnitInfo;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code provision terminal}: the terminals the server knows. */
@Command(name = "terminal", description = "The terminals the server knows.")
final class TerminalCommand extends Group {
    private final Provision provision;

    TerminalCommand(Provision provision) {
        this.provision = provision;
    }

    @Command(name = "list", description = "Every terminal, revoked ones too.")
    void list(
            @Option(
                            names = "--language",
                            paramLabel = "fi|sv|en",
                            defaultValue = "en",
                            description = "In which what is wrong is told (default: ${DEFAULT-VALUE}).")
                    String language) {
        try (ServerApi server = provision.open()) {
            TerminalList terminals = server.terminals(language);
            provision.print(terminals, () -> table(terminals) + alarms(terminals));
        }
    }

    @Command(name = "conflicts", description = "Responses of a terminal that came twice with different content.")
    void conflicts(@Parameters(paramLabel = "ID", description = "Id of the terminal, such as t-4k7m2p9x.") String id) {
        try (ServerApi server = provision.open()) {
            ConflictList conflicts = server.conflicts(named(id));
            provision.print(conflicts, () -> table(conflicts));
        }
    }

    @Command(
            name = "revoke",
            description = "Refuse a terminal from now on. What it has sent stays; what it still holds is"
                    + " taken only when somebody carries it in with: provision bundle")
    void revoke(@Parameters(paramLabel = "ID", description = "Id of the terminal, such as t-4k7m2p9x.") String id) {
        try (ServerApi server = provision.open()) {
            server.revoke(named(id));
            provision.print(new Revoked(id, true), () -> "The server refuses terminal " + id + " from now on.");
        }
    }

    private String named(String id) {
        if (id.isBlank()) {
            throw provision.wrongUse("Which terminal? Its id is in: provision terminal list");
        }
        return id;
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
                Table.words("MACHINE"));
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
                machine(t));
    }

    /** The machine that called last, and since when it stands there. */
    private static String machine(TerminalInfo t) {
        return t.unitNow()
                .filter(unit -> !unit.unit().isEmpty() || unit.came() != UnitInfo.Came.ENROLLED)
                .map(unit -> (unit.unit() + " since " + unit.since()).strip())
                .orElse("");
    }

    /** What is wrong and what to do, under each terminal's name; empty when all is well. */
    private static String alarms(TerminalList terminals) {
        return terminals.terminals().stream()
                .filter(t -> !t.alarms().isEmpty())
                .map(t -> "\n\n" + PlainText.of(t.id() + " " + t.name()) + "\n  "
                        + t.alarms().stream().map(PlainText::of).collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining());
    }

    private static String table(ConflictList conflicts) {
        Table table = new Table(
                Table.words("RECEIVED"),
                Table.words("JOURNAL"),
                Table.numbers("NUMBER"),
                Table.words("DIFFERS"),
                Table.words("COUNTED"),
                Table.words("KEPT ASIDE"));
        conflicts
                .conflicts()
                .forEach(c -> table.row(
                        c.received(),
                        c.journal(),
                        c.number(),
                        String.join(" ", c.differs()),
                        content(c.held()),
                        content(c.aside())));
        return table + "\n\n" + conflicts.conflicts().size() + " of " + conflicts.total();
    }

    private static String content(Conflict.Version version) {
        return version.question() + "=" + version.option() + " " + version.pressed();
    }

    /** What {@code --json} prints of a revocation. */
    private record Revoked(String id, boolean revoked) {}
}
