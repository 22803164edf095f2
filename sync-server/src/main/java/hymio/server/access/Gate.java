package hymio.server.access;

import hymio.server.access.Need.In;
import hymio.server.access.Need.Open;
import hymio.server.access.Need.Self;
import hymio.server.audit.Author;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one place where it is decided who may call what, for pages and API alike: people come with a session, scripts
 * with a token. It stands before every route ({@code beforeMatched}), and a route that declares no need is never
 * reached. Thread-safe.
 */
public final class Gate {
    private final SessionGuard sessions;
    private final TokenGuard tokens;
    private final GrantStore grants;
    private final Tree tree;
    private final InstantSource clock;

    public Gate(SessionGuard sessions, TokenGuard tokens, GrantStore grants, Tree tree, InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.tree = tree;
        this.clock = clock;
    }

    /** For {@code routes.beforeMatched}. */
    public void check(Context ctx) {
        switch (need(ctx)) {
            case Open unused -> {}
            case Self unused -> permit(ctx, Role.ADMINISTRATOR).ifPresent(permit -> permit.hand(ctx));
            case In in ->
                permit(ctx, in.role()).ifPresent(permit -> {
                    allow(ctx, in.where(), permit);
                    permit.hand(ctx);
                });
        }
    }

    private static Need need(Context ctx) {
        Set<RouteRole> declared = ctx.routeRoles();
        if (declared.size() == 1 && declared.iterator().next() instanceof Need need) {
            return need;
        }
        throw new IllegalStateException(ctx.method() + " " + ctx.path() + " declares no need");
    }

    private void allow(Context ctx, Need.Where where, Permit permit) {
        boolean allowed = switch (where) {
            case SOMEWHERE, MESSAGE -> permit.somewhere();
            case PATH -> permit.sees(ctx.pathParam("id"));
            case TERMINAL -> permit.sees(tree.placeOf(ctx.pathParam("id")).orElse(""));
            case QUERY ->
                permit.sees(Optional.ofNullable(ctx.queryParam("location")).orElse(""));
        };
        if (!allowed) {
            throw Permit.forbidden();
        }
    }

    /** Empty when nobody is signed in; they are shown the way then. */
    private Optional<Permit> permit(Context ctx, Role needed) {
        if (ctx.path().startsWith("/api/") || ctx.path().equals("/metrics")) {
            TokenStore.Token token = tokens.check(ctx);
            Author by = new Author(Author.Kind.TOKEN, token.name(), clock.millis());
            return Optional.of(new Permit(by, List.of(token.grant()), tree, needed));
        }
        return sessions.require(ctx)
                .map(account ->
                        new Permit(Author.staff(account.name(), clock), grants.of(account.num()), tree, needed));
    }
}
