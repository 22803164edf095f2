package hymio.server;

import hymio.server.db.Db;
import hymio.server.db.Storage;
import hymio.server.http.Listen;
import hymio.server.http.WebServer;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** A running server. Closing it stores every batch it took. */
public final class HymioServer implements AutoCloseable {
    private final Db db;
    private final Features features;
    private final WebServer web;

    /**
     * @param storage where everything is kept
     * @param pollSeconds what terminals are told to wait between calls
     */
    public record Options(Storage storage, Listen listen, int pollSeconds) {
        /** With SQLite in a folder. */
        public Options(Path data, Listen listen, int pollSeconds) {
            this(new Storage.Folder(data), listen, pollSeconds);
        }
    }

    private HymioServer(Db db, Features features, WebServer web) {
        this.db = db;
        this.features = features;
        this.web = web;
    }

    /**
     * Opens the database and listens; when it returns, the server answers.
     *
     * @throws hymio.server.db.DataFolderException when the folder cannot be used
     * @throws hymio.server.db.DatabaseException when the database cannot be used
     * @throws hymio.server.db.NewerSchemaException when a newer program wrote the database
     * @throws hymio.server.http.ListenException when it cannot listen there
     * @throws hymio.server.http.TlsException when certificate or key cannot be used
     */
    public static HymioServer start(Options options, InstantSource clock) {
        WireCodec codec = new WireCodec();
        try (Unwind unwind = new Unwind()) {
            Db db = unwind.with(options.storage().open());
            Features features = unwind.with(new Features(db, codec, clock, options.pollSeconds()));
            WebServer web =
                    WebServer.start(options.listen(), codec, clock, routes -> Routes.register(routes, features));
            unwind.keep();
            return new HymioServer(db, features, web);
        }
    }

    /** The one-time link's token for the first administrator; empty once there is an account. */
    public Optional<String> setupToken() {
        return features.signIn.setupLink().renew();
    }

    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        try (db;
                features) {
            web.close();
        }
    }
}
