package hymio.server.access;

import io.javalin.security.RouteRole;

/** What a route needs of whoever asks. Every route declares one; {@link Gate} sees to it. */
public sealed interface Need extends RouteRole {
    /** Anybody; or the handler knows terminals by their secret, people by a one-time link. */
    enum Open implements Need {
        EVERYONE,
        TERMINAL
    }

    /** Somebody who is signed in, whatever their role. */
    enum Self implements Need {
        SIGNED_IN
    }

    /** A role, and where. */
    record In(Role role, Where where) implements Need {}

    /** Which location the role must hold for. */
    enum Where {
        /** Any: the handler shows only what {@link Permit#sees}. */
        SOMEWHERE,
        /** The one of the path. */
        PATH,
        /** Where the terminal of the path stands. */
        TERMINAL,
        /** The one of {@code ?location=}. */
        QUERY,
        /** One that only the message names: the handler asks {@link Permit#require} before it does anything. */
        MESSAGE
    }

    static Need viewer(Where where) {
        return new In(Role.VIEWER, where);
    }

    static Need editor(Where where) {
        return new In(Role.EDITOR, where);
    }

    static Need administrator(Where where) {
        return new In(Role.ADMINISTRATOR, where);
    }
}
