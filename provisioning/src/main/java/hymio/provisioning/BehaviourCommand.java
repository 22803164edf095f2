package hymio.provisioning;

import hymio.provisioning.api.ServerApi;
import hymio.wire.Behaviour;
import hymio.wire.Wire;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code provision settings behaviour}: how terminals meet people. */
@Command(name = "behaviour", description = "How terminals meet people. What you do not name stays as it is there now.")
final class BehaviourCommand extends SettingCommand {
    @Option(
            names = "--discreet",
            arity = "1",
            paramLabel = "true|false",
            description = "The same light, sound and screen for every face, and nothing left on the screen.")
    private @Nullable Boolean discreet;

    @Option(
            names = "--round-minutes",
            paramLabel = "N",
            description = "Round press times down, so that nobody can link one to a person: 0 (not), 5, 15 or 30.")
    private @Nullable Integer roundMinutes;

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            description = "Without a touch before the visitor is warned and the screen goes back: 10 to 120.")
    private @Nullable Integer idleSeconds;

    @Option(names = "--volume", paramLabel = "PERCENT", description = "What each visit starts with: 0 to 100.")
    private @Nullable Integer volume;

    @Option(
            names = "--sleep",
            paramLabel = "FROM-TO|never",
            description = "When the screen is dark, in local time, such as 21:00-07:30.")
    private @Nullable String sleep;

    BehaviourCommand(Provision provision) {
        super(provision, Wire.BEHAVIOUR);
    }

    @Override
    boolean given() {
        return Stream.of(discreet, roundMinutes, idleSeconds, volume, sleep).anyMatch(Objects::nonNull);
    }

    @Override
    Object value(ServerApi server, String location) {
        Behaviour now = server.setting(location, Wire.BEHAVIOUR).behaviour().orElse(Behaviour.USUAL);
        return new Behaviour(
                discreet == null ? now.discreet() : discreet,
                roundMinutes == null ? now.roundMinutes() : roundMinutes,
                idleSeconds == null ? now.idleSeconds() : idleSeconds,
                volume == null ? now.volumePercent() : volume,
                sleep == null ? now.sleep() : sleep(sleep));
    }

    private Optional<Behaviour.Sleep> sleep(String times) {
        if (times.equals("never")) {
            return Optional.empty();
        }
        String[] parts = times.split("-", -1);
        if (parts.length != 2) {
            throw provision.wrongUse("--sleep must be two times such as 21:00-07:30, or never");
        }
        return Optional.of(new Behaviour.Sleep(parts[0], parts[1]));
    }
}
