package hymio.provisioning.demo;

/** The demo cannot go on. The message says why and what to do, fit to show to a person. */
final class DemoException extends RuntimeException {
    DemoException(String message) {
        super(message);
    }
}
