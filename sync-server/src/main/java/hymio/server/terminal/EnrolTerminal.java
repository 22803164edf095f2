package hymio.server.terminal;

import hymio.server.access.AttemptStore;
import hymio.server.access.Secrets;
import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
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
    private final FailureBudget budget;

    public EnrolTerminal(
            Db db, TerminalStore terminals, LocationStore locations, Secrets secrets, InstantSource clock) {
        this.db = db;
        this.terminals = terminals;
        this.locations = locations;
        this.secrets = secrets;
        this.clock = clock;
        budget = new FailureBudget(new AttemptStore(db, clock), clock);
    }

    /** Seconds until codes from this network may be tried again, because too many were wrong; 0 when they may now. */
    public int waitSeconds(String network) {
        return budget.waitSeconds(network);
    }

    /** What came of {@link #enrol}. */
    public sealed interface Outcome {
        record Enrolled(Enrolment enrolment) implements Outcome {}

        /** A new machine took over a terminal's id, name and place. */
        record TookOver(Enrolment enrolment) implements Outcome {}

        /** The same terminal asked before and lost the answer. */
        record Repeated(Enrolment enrolment) implements Outcome {}

        record Revoked() implements Outcome {}

        /** The code was used by this machine, and since then another one took over. */
        record Replaced() implements Outcome {}

        record Used() implements Outcome {}

        record Expired() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** What came of {@link #codeFor}. */
    public sealed interface SwapCode {
        record Made(EnrolmentCode code) implements SwapCode {}

        record Revoked() implements SwapCode {}

        record Unknown() implements SwapCode {}
    }

    /** A new code, told this once; empty when there is no such location. */
    public Optional<EnrolmentCode> code(CodeRequest request, Author by) {
        return db.write(handle -> locations.find(handle, request.location()).map(location -> {
            EnrolmentCode code = code(handle, location.num(), request.name(), null);
            AuditLog.note(handle, by, Change.made(What.CODE_MAKE, request.name(), request.location(), ""));
            return code;
        }));
    }

    /** A new code with which another machine takes over the terminal. */
    public SwapCode codeFor(String terminal, Author by) {
        return db.write(handle -> terminals
                .find(handle, terminal)
                .map(row -> row.revoked() ? new SwapCode.Revoked() : swapCode(handle, row.terminal(), by))
                .orElseGet(SwapCode.Unknown::new));
    }

    private SwapCode swapCode(Handle handle, Terminal terminal, Author by) {
        EnrolmentCode code = code(handle, terminal.location(), terminal.name(), terminal.num());
        AuditLog.note(handle, by, Change.made(What.CODE_MAKE, terminal.id(), place(handle, terminal), ""));
        return new SwapCode.Made(code);
    }

    private EnrolmentCode code(Handle handle, long location, String name, @Nullable Long replaces) {
        String code = secrets.word(CODE_CHARS);
        Instant expires = clock.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS);
        handle.execute(
                "insert into enrolment_code (hash, location, name, expires, replaces) values (?, ?, ?, ?, ?)",
                Secrets.hash(code),
                location,
                name,
                expires.toEpochMilli(),
                replaces);
        return new EnrolmentCode(code.replaceAll("(?<=\\G.{4})(?!$)", "-"), expires.toString());
    }

    /** @param network where it is asked from; wrong codes count against it */
    public Outcome enrol(EnrolmentRequest request, String network) {
        Outcome outcome = enrol(request);
        switch (outcome) {
            case Outcome.Used unused -> budget.failed(network);
            case Outcome.Expired unused -> budget.failed(network);
            case Outcome.Unknown unused -> budget.failed(network);
            default -> {}
        }
        return outcome;
    }

    private Outcome enrol(EnrolmentRequest request) {
        return db.write(handle -> {
            byte[] hash = Secrets.hash(request.code());
            CodeRow code = find(handle, hash).orElse(null);
            if (code == null) {
                return new Outcome.Unknown();
            }
            if (code.terminal() != null) {
                return again(handle, terminals.byNumber(handle, code.terminal().longValue()), request.secret());
            }
            if (code.expires() <= clock.millis()) {
                return new Outcome.Expired();
            }
            byte[] secretHash = Secrets.hash(request.secret());
            return code.replaces() == null
                    ? enrolled(handle, hash, code, secretHash)
                    : takeOver(handle, hash, code.replaces().longValue(), secretHash);
        });
    }

    private record CodeRow(
            long location,
            String name,
            long expires,
            @Nullable Number terminal,
            @Nullable Number replaces) {}

    private static Optional<CodeRow> find(Handle handle, byte[] hash) {
        return handle.createQuery(
                        "select location, name, expires, terminal, replaces from enrolment_code where hash = ?")
                .bind(0, hash)
                .map((row, context) -> new CodeRow(
                        row.getLong(1), row.getString(2), row.getLong(3), (Number) row.getObject(4), (Number)
                                row.getObject(5)))
                .findOne();
    }

    private Outcome enrolled(Handle handle, byte[] hash, CodeRow code, byte[] secretHash) {
        Terminal terminal = add(handle, code, secretHash);
        used(handle, hash, terminal);
        note(handle, What.TERMINAL_ENROL, terminal);
        return new Outcome.Enrolled(enrolment(handle, terminal));
    }

    private Outcome takeOver(Handle handle, byte[] hash, long num, byte[] secretHash) {
        TerminalStore.Row row = terminals.byNumber(handle, num);
        if (row.revoked()) {
            return new Outcome.Revoked();
        }
        terminals.enrol(handle, num, secretHash);
        used(handle, hash, row.terminal());
        note(handle, What.TERMINAL_SWAP, row.terminal());
        return new Outcome.TookOver(enrolment(handle, row.terminal()));
    }

    private static void used(Handle handle, byte[] hash, Terminal terminal) {
        handle.execute("update enrolment_code set terminal = ? where hash = ?", terminal.num(), hash);
    }

    private Outcome again(Handle handle, TerminalStore.Row row, String secret) {
        if (!Secrets.matches(secret, row.secretHash())) {
            return TerminalStore.hadSecret(handle, row, secret) ? new Outcome.Replaced() : new Outcome.Used();
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

    private void note(Handle handle, What what, Terminal terminal) {
        Author by = Author.terminal(terminal.id(), clock);
        AuditLog.note(handle, by, Change.made(what, terminal.id(), place(handle, terminal), terminal.name()));
    }

    private String place(Handle handle, Terminal terminal) {
        return locations.byNumber(handle, terminal.location()).place().id();
    }

    private Enrolment enrolment(Handle handle, Terminal terminal) {
        return new Enrolment(terminal.id(), terminal.name(), place(handle, terminal));
    }
}
