package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.wire.Setting;
import picocli.CommandLine.Option;

/** Sets one setting of a location, or takes it away. */
abstract class SettingCommand implements Runnable {
    final Provision provision;
    private final String word;

    @Option(
            names = "--location",
            required = true,
            paramLabel = "ID",
            description = "The location that it is for, with what is below it.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String location;

    @Option(
            names = "--remove",
            description = "Set nothing here any more: what is set above holds again, or Hymiö's own.")
    private boolean remove;

    /** @param word of the setting in the address */
    SettingCommand(Provision provision, String word) {
        this.provision = provision;
        this.word = word;
    }

    /** Whether the command line says what to set. */
    abstract boolean given();

    /** @return what to set, as the server takes it */
    abstract Object value(ServerApi server, String location);

    final boolean removing() {
        return remove;
    }

    @Override
    public final void run() {
        if (remove == given()) {
            throw provision.wrongUse(
                    remove ? "Give either --remove or what to set, not both." : "Say what to set, or give --remove.");
        }
        try (ServerApi server = provision.open()) {
            if (remove) {
                server.removeSetting(location, word);
            } else {
                server.set(location, word, value(server, location));
            }
            Setting now = server.setting(location, word);
            provision.print(now, () -> told(now));
        }
    }

    private String told(Setting now) {
        String what = remove
                ? location + " no longer sets its own " + word + ". "
                        + now.from().map(it -> "That of " + it + " holds.").orElse("None is set above it either.")
                : "The " + word + " is set for " + location + " and what is below it.";
        return what + " Terminals take it up when they next sync.";
    }
}
