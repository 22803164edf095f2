package hymio.server.staff;

import hymio.server.access.Need;
import hymio.server.access.Need.Where;
import hymio.server.audit.AuditLog;
import hymio.server.carry.TakeBundle;
import hymio.server.http.FormGuard;
import hymio.wire.Place;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;

/** The staff's pages and where they stand. */
public final class StaffRoutes {
    /** What a browser may meet instead of a page. */
    private static final List<Integer> ERRORS = List.of(400, 403, 404, 405, 413, 500, 503);

    private final Assets assets = new Assets();
    private final Templates templates = new Templates();
    private final Supplier<List<Place>> places;
    private final InstantSource clock;
    private final StaffViews views;

    /** @param places every location, each after its parent */
    public StaffRoutes(Supplier<List<Place>> places, InstantSource clock) {
        this.places = places;
        this.clock = clock;
        views = new StaffViews(templates, assets, this::now);
    }

    /** The pages around signing in. */
    public StaffViews views() {
        return views;
    }

    /** Times that belong to no place are told as the clock of the town says. */
    private ZonedDateTime now() {
        ZoneId zone = places.get().stream()
                .findFirst()
                .map(place -> ZoneId.of(place.zone()))
                .orElse(ZoneOffset.UTC);
        return clock.instant().atZone(zone);
    }

    /**
     * Adds the pages.
     *
     * @param forms gives and checks the hidden value of forms
     */
    public void register(RoutesConfig routes, FormGuard forms, Figures figures, TakeBundle takeBundle, AuditLog audit) {
        LivePage home = new LivePage(templates, assets, forms::token, new HomePage(figures)::read);
        LivePage place = new LivePage(templates, assets, forms::token, new PlacePage(figures)::read);
        BundlePage bundles = new BundlePage(templates, assets, forms, takeBundle);
        AuditPage changes = new AuditPage(templates, assets, forms::token, audit, figures, this::now);
        routes.before(Language::remember);
        routes.get("/", home::show, Need.viewer(Where.SOMEWHERE));
        routes.get("/places/{id}", place::show, Need.viewer(Where.PATH));
        routes.get(FormGuard.FILES, bundles::show, Need.editor(Where.SOMEWHERE));
        routes.post(FormGuard.FILES, bundles::take, Need.editor(Where.MESSAGE));
        routes.get(AuditPage.PATH, changes::show, Need.administrator(Where.SOMEWHERE));
        routes.get("/assets/{hash}/{name}", assets::serve, Need.Open.EVERYONE);
        ERRORS.forEach(status -> routes.error(status, "text/html", ctx -> explain(ctx, status)));
    }

    /** A browser gets a page where a script would get a problem. */
    private void explain(Context ctx, int status) {
        boolean page = !ctx.path().startsWith("/api/") && !ctx.path().equals("/healthz");
        boolean explained = String.valueOf(ctx.res().getContentType()).startsWith("text/html");
        if (page && !explained) {
            ctx.html(views.message(Language.of(ctx).locale(), "error." + status, status));
        }
    }
}
