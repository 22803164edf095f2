package hymio.server.access;

import hymio.server.db.Db;
import java.time.InstantSource;
import java.util.Optional;

/** Access tokens of scripts. Only their hashes are kept. */
public final class TokenStore {
    private final Db db;
    private final Secrets secrets;
    private final InstantSource clock;

    public TokenStore(Db db, Secrets secrets, InstantSource clock) {
        this.db = db;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Makes a token, told this once.
     *
     * @param name what people call its use; empty answer when the name is taken
     */
    public Optional<String> create(String name) {
        String token = "hymio_" + secrets.token();
        int made = db.write(handle -> handle.execute(
                "insert into token (hash, name, created) values (?, ?, ?) on conflict (name) do nothing",
                Secrets.hash(token),
                name,
                clock.millis()));
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    /** The name of a token; empty when there is no such token. */
    public Optional<String> find(String token) {
        return db.read(handle -> handle.createQuery("select name from token where hash = ?")
                .bind(0, Secrets.hash(token))
                .mapTo(String.class)
                .findOne());
    }
}
