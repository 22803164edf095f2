package hymio.server;

import hymio.server.access.Secrets;
import hymio.server.audit.Author;
import hymio.server.db.DataFolder;
import hymio.server.db.Db;
import hymio.server.location.LocationStore;
import hymio.server.questionnaire.QuestionnaireStore;
import hymio.server.tally.Recount;
import hymio.server.terminal.EnrolTerminal;
import hymio.server.terminal.TerminalStore;
import hymio.wire.Batch;
import hymio.wire.CodeRequest;
import hymio.wire.EnrolmentRequest;
import hymio.wire.Place;
import hymio.wire.Response;
import hymio.wire.Texts;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stores on a real database file, with a small tree of locations in three zones. */
public final class Town implements AutoCloseable {
    public final TestClock clock = new TestClock();
    public final WireCodec codec = new WireCodec();
    public final Db db;
    public final LocationStore locations;
    public final QuestionnaireStore questionnaires;
    public final TerminalStore terminals;
    public final EnrolTerminal enrol;

    public Town(Path folder) {
        this(folder, 0);
    }

    /** @param maxPages largest size of the database in pages of 4 KiB, 0 for no limit; with one it is always SQLite */
    public Town(Path folder, long maxPages) {
        db = maxPages == 0 ? TestDatabase.open(folder) : Db.open(DataFolder.database(folder), maxPages);
        locations = new LocationStore(db, codec);
        questionnaires = new QuestionnaireStore(db, locations, codec, clock);
        questionnaires.rememberBuiltIn();
        terminals = new TerminalStore(db, clock);
        enrol = new EnrolTerminal(db, terminals, locations, new Secrets(new SecureRandom()), clock);
        add("kaupunki", "", "Europe/Helsinki");
        add("kirjastot", "kaupunki", "Europe/Helsinki");
        add("paakirjasto", "kirjastot", "Europe/Helsinki");
        add("kirjasto-ita", "kirjastot", "Asia/Kathmandu");
        add("uimahalli", "kaupunki", "America/St_Johns");
    }

    private void add(String id, String parent, String zone) {
        locations.add(new Place(id, Texts.of(id, id, id), parent, zone), Author.command(clock));
    }

    /** A new terminal at a location: its number. */
    public long terminal(String location) {
        return number(terminalId(location));
    }

    public String terminalId(String location) {
        String code = enrol.code(new CodeRequest(location, "Terminal"), Author.command(clock))
                .orElseThrow()
                .code();
        EnrolmentRequest request = new EnrolmentRequest(code, "s".repeat(43), "0.1.0");
        return ((EnrolTerminal.Outcome.Enrolled) enrol.enrol(request, "here"))
                .enrolment()
                .terminal();
    }

    public long number(String terminal) {
        return one("select num from terminal where id = '" + terminal + "'");
    }

    /** Moves a terminal to a location from a moment on. */
    public void assign(long terminal, long since, String location) {
        db.change(handle -> handle.execute(
                "insert into assignment (terminal, since, location) select ?, ?, num from location where id = ?",
                terminal,
                since,
                location));
    }

    public void revokeAll() {
        terminals.list().forEach(info -> terminals.revoke(info.id(), Author.command(clock)));
    }

    public long count(String table) {
        return one("select count(*) from " + table);
    }

    public long one(String sql) {
        return db.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** The standing counts, by key. */
    public Map<List<Object>, Long> tallies() {
        return db.read(Recount::standing);
    }

    /** What the counts must be: every response counted anew. */
    public Map<List<Object>, Long> recount() {
        return db.read(Recount::anew);
    }

    /** A batch as large as can be. */
    public static Batch large(UUID journal) {
        Response[] responses = new Response[1000];
        for (int i = 0; i < responses.length; i++) {
            responses[i] = Batches.response(i + 1, 1 + i % 4, TestClock.START.minusSeconds(1000 - i));
        }
        return Batches.of(journal, responses);
    }

    @Override
    public void close() {
        db.close();
    }
}
