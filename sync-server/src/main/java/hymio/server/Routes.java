package hymio.server;

import hymio.server.http.WireVersion;
import hymio.wire.Wire;
import io.javalin.config.RoutesConfig;

/** Every route of the server, in one list. */
final class Routes {
    private static final String SETTING = Wire.LOCATIONS + "/{id}" + Wire.SETTINGS + "/{setting}";

    private static final String TERMINAL = Wire.TERMINALS + "/{id}";

    static void register(RoutesConfig routes, Features f) {
        routes.before("/api/*", ctx -> ctx.header("Cache-Control", "no-store"));

        f.signIn.register(routes);

        // Terminals
        routes.post(Wire.ENROLMENTS, WireVersion.checked(f.terminal::enrol));
        routes.get(Wire.CONFIG, f.terminals.terminal(f.questionnaire::config));
        routes.post(Wire.BATCHES, f.terminals.terminal(f.batch::store));

        // Scripts
        routes.get(Wire.LOCATIONS, f.scripts.script(f.location::list));
        routes.post(Wire.LOCATIONS, f.scripts.script(f.location::add));
        routes.get(SETTING, f.scripts.script(f.settings::show));
        routes.put(SETTING, f.scripts.script(f.settings::set));
        routes.delete(SETTING, f.scripts.script(f.settings::remove));
        routes.post(Wire.CODES, f.scripts.script(f.terminal::code));
        routes.get(Wire.TERMINALS, f.scripts.script(f.terminal::list));
        routes.post(TERMINAL + "/revoke", f.scripts.script(f.terminal::revoke));
        routes.post(TERMINAL + "/codes", f.scripts.script(f.terminal::swapCode));
        routes.get(TERMINAL + "/conflicts", f.scripts.script(f.terminal::conflicts));
        routes.post(Wire.BUNDLES, f.scripts.script(f.bundle::take));
        routes.post(Wire.QUESTIONNAIRES, f.scripts.script(f.questionnaire::publish));
        routes.get(Wire.RESULTS, f.scripts.script(f.results::results));

        // Staff
        f.staff.register(routes, f.signIn.sessions()::staff, f.signIn.forms(), f.figures, f.takeBundle);

        // Everyone
        routes.get("/healthz", f.health::health);
        routes.get("/api/openapi.json", f.openApi::document);
    }

    private Routes() {}
}
