package planted.server.ingest;

/** A breach of {@code ingestKnowsNoPages}, kept to show that the rule bites. */
final class DrawsAPage {
    planted.server.staff.HoldsSql page;
}
