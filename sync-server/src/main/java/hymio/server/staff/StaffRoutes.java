package hymio.server.staff;

import hymio.server.carry.TakeBundle;
import hymio.server.http.FormGuard;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.function.Function;

/** The staff's pages and where they stand. */
public final class StaffRoutes {
    /** What a browser may meet instead of a page. */
    private static final List<Integer> ERRORS = List.of(400, 403, 404, 405, 413, 500, 503);

    private final Assets assets = new Assets();
    private final Templates templates = new Templates();
    private final StaffViews views = new StaffViews(templates, assets);

    /** The pages around signing in. */
    public StaffViews views() {
        return views;
    }

    /**
     * Adds the pages.
     *
     * @param guard lets only staff through
     * @param forms gives and checks the hidden value of forms
     */
    public void register(
            RoutesConfig routes,
            Function<Handler, Handler> guard,
            FormGuard forms,
            Figures figures,
            TakeBundle takeBundle) {
        LivePage home = new LivePage(templates, assets, forms::token, new HomePage(figures)::read);
        LivePage place = new LivePage(templates, assets, forms::token, new PlacePage(figures)::read);
        BundlePage bundles = new BundlePage(templates, assets, forms, takeBundle);
        routes.before(Language::remember);
        routes.get("/", guard.apply(home::show));
        routes.get("/places/{id}", guard.apply(place::show));
        routes.get(FormGuard.FILES, guard.apply(bundles::show));
        routes.post(FormGuard.FILES, guard.apply(bundles::take));
        routes.get("/assets/{hash}/{name}", assets::serve);
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
