package hymio.server.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.access.Secrets;
import hymio.server.db.Db;
import hymio.server.location.LocationStore;
import hymio.server.terminal.Terminal;
import hymio.wire.Config;
import hymio.wire.Place;
import hymio.wire.Questionnaire;
import hymio.wire.WireCodec;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** What each terminal shall be: its place and the questionnaire in use there. Thread-safe. */
public final class ConfigStore {
    /** 48 bits: enough to tell two configs of one terminal apart. */
    private static final int VERSION_BYTES = 6;

    private final Db db;
    private final LocationStore locations;
    private final QuestionnaireStore questionnaires;
    private final WireCodec codec;

    public ConfigStore(Db db, LocationStore locations, QuestionnaireStore questionnaires, WireCodec codec) {
        this.db = db;
        this.locations = locations;
        this.questionnaires = questionnaires;
        this.codec = codec;
    }

    /** The version of a terminal's config: changes whenever anything in it does. */
    public String version(Terminal terminal) {
        return db.<Parts, RuntimeException>read(handle -> parts(handle, terminal))
                .version();
    }

    public Config config(Terminal terminal) {
        Parts parts = db.read(handle -> parts(handle, terminal));
        Questionnaire questionnaire = codec.read(parts.questionnaire().getBytes(UTF_8), Questionnaire.class);
        return new Config(parts.version(), terminal.id(), terminal.name(), parts.place(), questionnaire);
    }

    private record Parts(Place place, String questionnaire, String version) {}

    private Parts parts(Handle handle, Terminal terminal) {
        Place place = locations.byNumber(handle, terminal.location()).place();
        String questionnaire = questionnaires.contentInUse(handle, terminal.location());
        byte[] hash = Secrets.hash(String.join(
                "\n", terminal.id(), terminal.name(), new String(codec.write(place), UTF_8), questionnaire));
        return new Parts(place, questionnaire, HexFormat.of().formatHex(hash, 0, VERSION_BYTES));
    }
}
