package hymio.server;

import static hymio.server.access.Need.Where.MESSAGE;
import static hymio.server.access.Need.Where.PATH;
import static hymio.server.access.Need.Where.QUERY;
import static hymio.server.access.Need.Where.SOMEWHERE;
import static hymio.server.access.Need.Where.TERMINAL;

import hymio.server.access.Need;
import hymio.server.http.WireVersion;
import hymio.wire.Wire;
import io.javalin.config.RoutesConfig;

/** Every route of the server, in one list, each with what it needs of whoever asks. */
final class Routes {
    private static final String SETTING = Wire.LOCATIONS + "/{id}" + Wire.SETTINGS + "/{setting}";

    private static final String TERMINAL_PATH = Wire.TERMINALS + "/{id}";

    static void register(RoutesConfig routes, Features f) {
        routes.before("/api/*", ctx -> ctx.header("Cache-Control", "no-store"));
        routes.beforeMatched(f.gate::check);

        f.signIn.register(routes);

        // Terminals
        routes.post(Wire.ENROLMENTS, WireVersion.checked(f.terminal::enrol), Need.Open.TERMINAL);
        routes.get(Wire.CONFIG, f.terminals.terminal(f.questionnaire::config), Need.Open.TERMINAL);
        routes.post(Wire.BATCHES, f.terminals.terminal(f.batch::store), Need.Open.TERMINAL);

        // Scripts
        routes.get(Wire.LOCATIONS, f.location::list, Need.viewer(SOMEWHERE));
        routes.post(Wire.LOCATIONS, f.location::add, Need.administrator(MESSAGE));
        routes.get(SETTING, f.settings::show, Need.viewer(PATH));
        routes.put(SETTING, f.settings::set, Need.editor(PATH));
        routes.delete(SETTING, f.settings::remove, Need.editor(PATH));
        routes.post(Wire.CODES, f.terminal::code, Need.administrator(MESSAGE));
        routes.get(Wire.TERMINALS, f.terminal::list, Need.viewer(SOMEWHERE));
        routes.post(TERMINAL_PATH + "/revoke", f.terminal::revoke, Need.administrator(TERMINAL));
        routes.post(TERMINAL_PATH + "/codes", f.terminal::swapCode, Need.administrator(TERMINAL));
        routes.get(TERMINAL_PATH + "/conflicts", f.terminal::conflicts, Need.viewer(TERMINAL));
        routes.post(Wire.BUNDLES, f.bundle::take, Need.editor(MESSAGE));
        routes.post(Wire.QUESTIONNAIRES, f.questionnaire::publish, Need.editor(MESSAGE));
        routes.get(Wire.RESULTS, f.results::results, Need.viewer(QUERY));

        // Staff
        f.staff.register(routes, f.signIn.forms(), f.figures, f.takeBundle, f.audit);

        // Everyone
        routes.get("/metrics", f.metrics::metrics, Need.viewer(SOMEWHERE));
        routes.get("/readyz", f.health::ready, Need.Open.EVERYONE);
        routes.get("/healthz", f.health::health, Need.Open.EVERYONE);
        routes.get("/api/openapi.json", f.openApi::document, Need.Open.EVERYONE);
    }

    private Routes() {}
}
