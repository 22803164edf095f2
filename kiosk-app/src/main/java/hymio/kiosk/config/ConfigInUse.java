package hymio.kiosk.config;

import hymio.wire.Behaviour;
import hymio.wire.Config;
import hymio.wire.Look;
import hymio.wire.Questionnaire;
import hymio.wire.StaffPin;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The config that visitors meet now. A newer one is taken only when nobody is at the terminal, all of it at once, so
 * that nothing changes under a finger. Thread-safe.
 */
public final class ConfigInUse {
    private static final int PLACE_CHARACTERS = 80;

    private final KnownConfig known;
    private final int volumePercent;
    private volatile Optional<Config> used;

    /** @param volumePercent where the server says nothing of volume */
    public ConfigInUse(KnownConfig known, int volumePercent) {
        this.known = known;
        this.volumePercent = volumePercent;
        this.used = known.current();
    }

    /** Nobody is here: from now on the newest one known. */
    public void renew() {
        used = known.current();
    }

    /** Empty before the first. */
    public String version() {
        return used.map(Config::version).orElse("");
    }

    /** What to ask: the server's questionnaire, or the built-in one before the first. */
    public Questionnaire questionnaire() {
        return used.map(Config::questionnaire).orElse(Questionnaire.BUILT_IN);
    }

    public Behaviour behaviour() {
        return used.map(this::behaviourOf).orElse(usual());
    }

    /** How the terminal will behave once this config is in use. */
    public Behaviour behaviourOf(Config config) {
        return config.behaviour().orElse(usual());
    }

    public Optional<StaffPin> staffPin() {
        return used.flatMap(Config::staffPin);
    }

    public Optional<Look> look() {
        return used.flatMap(Config::look);
    }

    /** Time zone of the place; empty before the first config. */
    public Optional<ZoneId> zone() {
        return used.map(it -> ZoneId.of(it.place().zone()));
    }

    /** Name of the place in a language, with the terminal's own name where both fit; empty before the first config. */
    public String place(String language) {
        return used.map(it -> {
                    String place = it.place().name().in(language);
                    String both = place + " · " + it.name();
                    return both.length() <= PLACE_CHARACTERS ? both : place;
                })
                .orElse("");
    }

    private Behaviour usual() {
        Behaviour it = Behaviour.USUAL;
        return new Behaviour(it.discreet(), it.roundMinutes(), it.idleSeconds(), volumePercent, it.sleep());
    }
}
