package planted.server.staff;

/** A breach of {@code pagesHoldNoSql and noCycles}, kept to show that the rule bites. */
public final class HoldsSql {
    java.sql.Connection connection;

    DrawsBack back;

    static final class DrawsBack {
        planted.server.ingest.Public ingest;
    }
}
