package planted.kiosk.outbox;

/** A breach of {@code outboxKnowsNoNetworkAndNoScreen}, kept to show that the rule bites. */
public final class CallsTheNetwork {
    java.net.Socket socket = new java.net.Socket();
}
