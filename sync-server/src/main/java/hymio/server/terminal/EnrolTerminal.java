package hymio.server.terminal;

import hymio.server.access.Secrets;
import hymio.server.db.Db;
import hymio.server.location.LocationStore;
import hymio.wire.CodeRequest;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentCode;
import hymio.wire.EnrolmentRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes one-time codes and turns a code into a terminal. Thread-safe. */
public final class EnrolTerminal {
    /** How long a code works. */
    static final Duration VALID = Duration.ofDays(7);
    /** 59 random bits. */
    private static final int CODE_CHARS = 12;

    private static final int ID_CHARS = 8;

    private final Db db;
    private final TerminalStore terminals;
    private final LocationStore locations;
    private final Secrets secrets;
    private final InstantSource clock;

    public EnrolTerminal(
            Db db, TerminalStore terminals, LocationStore locations, Secrets secrets, InstantSource clock) {
        this.db = db;
        this.terminals = terminals;
        this.locations = locations;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What came of {@link #enrol}. */
    public sealed interface Outcome {
        record Enrolled(Enrolment enrolment) implements Outcome {}

        /** The same terminal asked before and lost the answer. */
        record Repeated(Enrolment enrolment) implements Outcome {}

        record Revoked() implements Outcome {}

        record Used() implements Outcome {}

        record Expired() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** A new code, told this once; empty when there is no such location. */
    public Optional<EnrolmentCode> code(CodeRequest request) {
        String code = secrets.word(CODE_CHARS);
        Instant expires = clock.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS);
        return db.write(handle -> locations.find(handle, request.location()).map(location -> {
            handle.execute(
                    "insert into enrolment_code (hash, location, name, expires) values (?, ?, ?, ?)",
                    Secrets.hash(code),
                    location.num(),
                    request.name(),
                    expires.toEpochMilli());
            return new EnrolmentCode(code.replaceAll("(?<=\\G.{4})(?!$)", "-"), expires.toString());
        }));
    }

    public Outcome enrol(EnrolmentRequest request) {
        return db.write(handle -> {
            byte[] hash = Secrets.hash(request.code());
            CodeRow code = handle.createQuery(
                            "select location, name, expires, terminal from enrolment_code where hash = ?")
                    .bind(0, hash)
                    .map((row, context) ->
                            new CodeRow(row.getLong(1), row.getString(2), row.getLong(3), (Number) row.getObject(4)))
                    .findOne()
                    .orElse(null);
            if (code == null) {
                return new Outcome.Unknown();
            }
            if (code.terminal() != null) {
                return again(handle, terminals.byNumber(handle, code.terminal().longValue()), request.secret());
            }
            if (code.expires() <= clock.millis()) {
                return new Outcome.Expired();
            }
            Terminal terminal = add(handle, code, Secrets.hash(request.secret()));
            handle.execute("update enrolment_code set terminal = ? where hash = ?", terminal.num(), hash);
            return new Outcome.Enrolled(enrolment(handle, terminal));
        });
    }

    private record CodeRow(
            long location,
            String name,
            long expires,
            @Nullable Number terminal) {}

    private Outcome again(Handle handle, TerminalStore.Row row, String secret) {
        if (!Secrets.matches(secret, row.secretHash())) {
            return new Outcome.Used();
        }
        return row.revoked() ? new Outcome.Revoked() : new Outcome.Repeated(enrolment(handle, row.terminal()));
    }

    private Terminal add(Handle handle, CodeRow code, byte[] secretHash) {
        String id;
        do {
            id = "t-" + secrets.word(ID_CHARS).toLowerCase(Locale.ROOT);
        } while (!terminals.add(handle, id, code.name(), secretHash, code.location()));
        return terminals.find(handle, id).orElseThrow().terminal();
    }

    private Enrolment enrolment(Handle handle, Terminal terminal) {
        String location =
                locations.byNumber(handle, terminal.location()).place().id();
        return new Enrolment(terminal.id(), terminal.name(), location);
    }
}
