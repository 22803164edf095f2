package planted.kiosk.screen;

/** A breach of {@code screenNeverDecides}, kept to show that the rule bites. */
final class AsksTheOutbox {
    planted.kiosk.outbox.CallsTheNetwork outbox;
}
