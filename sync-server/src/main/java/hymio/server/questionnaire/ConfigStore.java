package hymio.server.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.access.Secrets;
import hymio.server.db.Db;
import hymio.server.location.LocationStore;
import hymio.server.settings.SettingStore;
import hymio.server.terminal.Terminal;
import hymio.wire.Config;
import hymio.wire.Place;
import hymio.wire.Questionnaire;
import hymio.wire.WireCodec;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** What each terminal shall be: its place, and the questionnaire and settings in use there. Thread-safe. */
public final class ConfigStore {
    /** 48 bits: enough to tell two configs of one terminal apart. */
    private static final int VERSION_BYTES = 6;

    private final Db db;
    private final LocationStore locations;
    private final QuestionnaireStore questionnaires;
    private final SettingStore settings;
    private final WireCodec codec;

    public ConfigStore(
            Db db, LocationStore locations, QuestionnaireStore questionnaires, SettingStore settings, WireCodec codec) {
        this.db = db;
        this.locations = locations;
        this.questionnaires = questionnaires;
        this.settings = settings;
        this.codec = codec;
    }

    /** The version of a terminal's config: changes whenever anything in it does. */
    public String version(Terminal terminal) {
        return db.<Parts, RuntimeException>read(handle -> parts(handle, terminal))
                .version();
    }

    public Config config(Terminal terminal) {
        return db.read(handle -> {
            Parts parts = parts(handle, terminal);
            SettingStore.InUse inUse = settings.inUse(handle, terminal.location());
            return new Config(
                    parts.version(),
                    terminal.id(),
                    terminal.name(),
                    parts.place(),
                    codec.read(parts.questionnaire().getBytes(UTF_8), Questionnaire.class),
                    inUse.look(),
                    inUse.behaviour(),
                    inUse.staffPin());
        });
    }

    private record Parts(Place place, String questionnaire, String version) {}

    private Parts parts(Handle handle, Terminal terminal) {
        Place place = locations.byNumber(handle, terminal.location()).place();
        String questionnaire = questionnaires.contentInUse(handle, terminal.location());
        byte[] hash = Secrets.hash(
                String.join("\n", terminal.id(), terminal.name(), new String(codec.write(place), UTF_8), questionnaire)
                        + settings.version(handle, terminal.location()));
        return new Parts(place, questionnaire, HexFormat.of().formatHex(hash, 0, VERSION_BYTES));
    }
}
