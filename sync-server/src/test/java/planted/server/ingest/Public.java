package planted.server.ingest;

/** A breach of {@code modulesMeetOnlyAtTheWire}, kept to show that the rule bites. */
public final class Public {
    planted.kiosk.press.Press press;
}
