package hymio.simulation;

import hymio.server.access.Secrets;
import hymio.server.db.Db;
import hymio.server.db.StorageFault;
import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.server.ingest.BatchApi;
import hymio.server.ingest.IngestLoop;
import hymio.server.location.LocationStore;
import hymio.server.metrics.Meter;
import hymio.server.questionnaire.ConfigStore;
import hymio.server.questionnaire.QuestionnaireStore;
import hymio.server.settings.SettingStore;
import hymio.server.terminal.EnrolTerminal;
import hymio.server.terminal.Terminal;
import hymio.server.terminal.TerminalGuard;
import hymio.server.terminal.TerminalStore;
import hymio.wire.EnrolmentRequest;
import hymio.wire.Problem;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** The server's production code from the body of a request to the commit and its answer, without HTTP. */
final class ServerProcess implements AutoCloseable {
    private static final int WAITING = 16;

    final Db db;
    final LocationStore locations;
    final QuestionnaireStore questionnaires;
    final EnrolTerminal enrol;

    private final TerminalStore terminals;
    private final ConfigStore configs;
    private final IngestLoop ingest;
    private final BatchApi batches;
    private final Json json;
    private final WireCodec codec;

    /** @param maxPages largest size of the database in pages of 4 KiB, 0 for no limit */
    ServerProcess(Path folder, long maxPages, WireCodec codec, InstantSource clock, Tuning tuning) {
        this.codec = codec;
        db = Db.open(folder.resolve("hymio.db"), maxPages);
        locations = new LocationStore(db, codec);
        terminals = new TerminalStore(db, clock);
        enrol = new EnrolTerminal(
                db, terminals, locations, new Secrets(tuning.chance().generator()), clock);
        questionnaires = new QuestionnaireStore(db, locations, codec, clock);
        configs = new ConfigStore(db, locations, questionnaires, new SettingStore(db, locations, codec, clock), codec);
        ingest = new IngestLoop(db, WAITING);
        json = new Json(codec);
        batches = new BatchApi(
                ingest,
                configs,
                json,
                clock,
                new BatchApi.Settings(WAITING, Duration.ofSeconds(30), tuning.pollSeconds()),
                new Meter());
    }

    /**
     * @param chance for ids and codes
     * @param pollSeconds what terminals are told to wait
     */
    record Tuning(Chance chance, int pollSeconds) {}

    Call.Answer answer(Call call) {
        try {
            return switch (call.path()) {
                case Wire.ENROLMENTS -> enrolled(json.parse(new Json.Body(call.body(), false), EnrolmentRequest.class));
                case Wire.CONFIG -> config(call, known(call));
                case Wire.BATCHES ->
                    Call.Answer.json(200, codec.write(batches.receive(known(call), new Json.Body(call.body(), true))));
                default -> throw new ProblemException(ProblemWord.NOT_FOUND, "There is nothing here.");
            };
        } catch (ProblemException e) {
            return problem(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a simulation", e);
        } catch (RuntimeException e) {
            if (StorageFault.of(e).isEmpty()) {
                throw e;
            }
            return problem(new ProblemException(ProblemWord.STORAGE, "The disk is full.", 60));
        }
    }

    private Call.Answer enrolled(EnrolmentRequest request) {
        return switch (enrol.enrol(request, "")) {
            case EnrolTerminal.Outcome.Enrolled it -> Call.Answer.json(201, codec.write(it.enrolment()));
            case EnrolTerminal.Outcome.Repeated it -> Call.Answer.json(200, codec.write(it.enrolment()));
            default -> throw new ProblemException(ProblemWord.CODE_UNKNOWN, "There is no such enrolment code.");
        };
    }

    private Call.Answer config(Call call, Terminal terminal) {
        String tag = "\"" + configs.version(terminal) + "\"";
        return call.known().equals(tag)
                ? new Call.Answer(304, Wire.JSON, tag, 0, new byte[0])
                : new Call.Answer(200, Wire.JSON, tag, 0, codec.write(configs.config(terminal)));
    }

    private Terminal known(Call call) {
        return switch (terminals.signIn(call.bearer())) {
            case TerminalStore.SignIn.Known it -> it.terminal();
            case TerminalStore.SignIn.Revoked unused -> throw TerminalGuard.revoked();
            case TerminalStore.SignIn.Replaced unused -> throw TerminalGuard.replaced();
            case TerminalStore.SignIn.Unknown unused ->
                throw new ProblemException(ProblemWord.NOT_SIGNED_IN, "This terminal or its secret is not known.");
        };
    }

    private Call.Answer problem(ProblemException e) {
        ProblemWord word = e.word();
        Problem problem = Problem.of(word.word(), word.status(), word.title(), String.valueOf(e.getMessage()));
        return new Call.Answer(word.status(), Wire.PROBLEM_JSON, "", e.retryAfterSeconds(), codec.write(problem));
    }

    @Override
    public void close() {
        ingest.close();
        db.close();
    }
}
