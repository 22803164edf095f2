package hymio.server.db;

/** The database was written by a newer program; an older one must not touch it. */
public final class NewerSchemaException extends RuntimeException {
    NewerSchemaException(String migration) {
        super("The database was written by a newer Hymiö (schema " + migration
                + "). Start the newer program again, or restore a backup made before the update. Nothing was changed.");
    }
}
