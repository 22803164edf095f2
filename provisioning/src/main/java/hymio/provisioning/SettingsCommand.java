package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.provisioning.print.Table;
import hymio.wire.Behaviour;
import hymio.wire.Look;
import hymio.wire.Setting;
import hymio.wire.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code provision settings}: how terminals look and behave, and the PIN of their staff menu. */
@Command(
        name = "settings",
        description = "How the terminals of a location and of what is below it look and behave, and the PIN of their"
                + " staff menu. Each comes from the nearest location above that sets it.")
final class SettingsCommand extends Group {
    private final Provision provision;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
    private CommandSpec spec;

    SettingsCommand(Provision provision) {
        this.provision = provision;
    }

    @Command(name = "show", description = "What the terminals of a location use, and where it is set.")
    void show(
            @Option(names = "--location", required = true, paramLabel = "ID", description = "The location.")
                    String location) {
        try (ServerApi server = provision.open()) {
            Shown shown = new Shown(
                    location,
                    server.setting(location, Wire.LOOK),
                    server.setting(location, Wire.BEHAVIOUR),
                    server.setting(location, Wire.STAFF_PIN));
            provision.print(shown, () -> table(shown));
        }
    }

    @Command(name = "example", description = "Print Hymiö's own look, to start from. Needs no server.")
    void example() {
        spec.commandLine().getOut().print(Resource.text("look.json"));
        spec.commandLine().getOut().flush();
    }

    private static String table(Shown shown) {
        Table table = new Table(Table.words("SETTING"), Table.words("SET AT"), Table.words("VALUE"));
        table.row(
                Wire.LOOK,
                from(shown.look()),
                shown.look().look().map(SettingsCommand::told).orElse("Hymiö's own"));
        Behaviour behaviour = shown.behaviour().behaviour().orElse(Behaviour.USUAL);
        table.row(Wire.BEHAVIOUR, from(shown.behaviour()), told(behaviour));
        table.row(
                Wire.STAFF_PIN,
                from(shown.staffPin()),
                shown.staffPin().set() ? "set" : "not set: the staff menu cannot be opened");
        return table.toString();
    }

    private static String from(Setting setting) {
        return setting.from().orElse("-");
    }

    private static String told(Look look) {
        return "paper %s, ink %s, muted %s, features %s, faces %s, %s"
                .formatted(
                        look.paper(),
                        look.ink(),
                        look.muted(),
                        look.features(),
                        String.join(" ", look.faces()),
                        look.logo().isPresent() ? "with a logo" : "no logo");
    }

    private static String told(Behaviour behaviour) {
        return "%s, press times %s, idle %d s, volume %d %%, %s"
                .formatted(
                        behaviour.discreet() ? "discreet" : "not discreet",
                        behaviour.roundMinutes() == 0 ? "as they are" : "to " + behaviour.roundMinutes() + " min",
                        behaviour.idleSeconds(),
                        behaviour.volumePercent(),
                        behaviour
                                .sleep()
                                .map(it -> "dark " + it.from() + " to " + it.to())
                                .orElse("never dark"));
    }

    /** What {@code --json} prints. */
    private record Shown(String location, Setting look, Setting behaviour, Setting staffPin) {}
}
