package hymio.server;

import hymio.server.access.Gate;
import hymio.server.access.GrantStore;
import hymio.server.access.Secrets;
import hymio.server.access.TokenGuard;
import hymio.server.access.TokenStore;
import hymio.server.access.Tree;
import hymio.server.audit.AuditLog;
import hymio.server.carry.BundleApi;
import hymio.server.carry.TakeBundle;
import hymio.server.db.Db;
import hymio.server.http.HealthApi;
import hymio.server.http.Json;
import hymio.server.http.OpenApi;
import hymio.server.ingest.BatchApi;
import hymio.server.ingest.IngestLoop;
import hymio.server.location.LocationApi;
import hymio.server.location.LocationStore;
import hymio.server.metrics.Meter;
import hymio.server.metrics.MetricsApi;
import hymio.server.questionnaire.ConfigStore;
import hymio.server.questionnaire.QuestionnaireApi;
import hymio.server.questionnaire.QuestionnaireStore;
import hymio.server.results.ResultsApi;
import hymio.server.results.ResultsStore;
import hymio.server.settings.SettingApi;
import hymio.server.settings.SettingStore;
import hymio.server.signin.SignInRoutes;
import hymio.server.staff.Figures;
import hymio.server.staff.Language;
import hymio.server.staff.StaffRoutes;
import hymio.server.staff.Troubles;
import hymio.server.terminal.ConflictStore;
import hymio.server.terminal.EnrolTerminal;
import hymio.server.terminal.TerminalApi;
import hymio.server.terminal.TerminalGuard;
import hymio.server.terminal.TerminalStore;
import hymio.wire.WireCodec;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Every part of the server, put together by hand. */
final class Features implements AutoCloseable {
    /** Batches unpacked at once: bounds memory, whatever the number of terminals. */
    private static final int ADMITTED = 64;
    /** Batches that may wait for the writer. */
    private static final int WAITING = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    final Gate gate;
    final TerminalGuard terminals;
    final TerminalApi terminal;
    final LocationApi location;
    final SettingApi settings;
    final QuestionnaireApi questionnaire;
    final BatchApi batch;
    final AuditLog audit;
    final TakeBundle takeBundle;
    final BundleApi bundle;
    final ResultsApi results;
    final HealthApi health;
    final MetricsApi metrics;
    final OpenApi openApi;
    final SignInRoutes signIn;
    final StaffRoutes staff;
    final Figures figures;

    private final IngestLoop ingest;

    Features(Db db, WireCodec codec, InstantSource clock, int pollSeconds) {
        Json json = new Json(codec);
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets(random);
        LocationStore locations = new LocationStore(db, codec);
        location = new LocationApi(locations, json);

        TerminalStore terminalStore = new TerminalStore(db, clock);
        terminals = new TerminalGuard(terminalStore);
        terminal = new TerminalApi(
                terminalStore,
                new EnrolTerminal(db, terminalStore, locations, secrets, clock),
                new ConflictStore(db),
                Troubles::of,
                json);

        QuestionnaireStore questionnaires = new QuestionnaireStore(db, locations, codec, clock);
        questionnaires.rememberBuiltIn();
        SettingStore settingStore = new SettingStore(db, locations, codec, clock);
        settings = new SettingApi(settingStore, locations, codec, json, random);
        ConfigStore configs = new ConfigStore(db, locations, questionnaires, settingStore, codec);
        questionnaire = new QuestionnaireApi(questionnaires, configs, json);

        Meter meter = new Meter();
        ingest = new IngestLoop(db, WAITING);
        batch = new BatchApi(
                ingest, configs, json, clock, new BatchApi.Settings(ADMITTED, PATIENCE, pollSeconds), meter);
        metrics = new MetricsApi(meter, db, ingest::waiting, clock);
        audit = new AuditLog(db);
        takeBundle = new TakeBundle(terminalStore, ingest, audit, codec, clock, PATIENCE);
        bundle = new BundleApi(takeBundle, json);
        ResultsStore resultsStore = new ResultsStore(db, locations, questionnaires);
        results = new ResultsApi(resultsStore, locations, json, clock);

        staff = new StaffRoutes(locations::list, clock);
        figures = new Figures(resultsStore, locations::list, terminalStore::list, clock);
        signIn = new SignInRoutes(
                db, clock, staff.views(), ctx -> Language.of(ctx).locale());
        gate = new Gate(
                signIn.sessions(),
                new TokenGuard(new TokenStore(db, secrets)),
                new GrantStore(db),
                new Places(locations, terminalStore),
                clock);

        health = new HealthApi(db, ingest::alive, json);
        openApi = new OpenApi();
    }

    /** What the gate must know of locations. */
    private record Places(LocationStore locations, TerminalStore terminals) implements Tree {
        @Override
        public Map<String, String> parents() {
            return locations.parents();
        }

        @Override
        public Optional<String> placeOf(String terminal) {
            return terminals.placeOf(terminal);
        }
    }

    /** Stores the batches that wait, then ends. */
    @Override
    public void close() {
        ingest.close();
    }
}
