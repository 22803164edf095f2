package hymio.kiosk.visit;

import java.util.List;

/**
 * What the staff menu shows.
 *
 * @param today responses to the first question on this terminal today that count, the best face first
 * @param sync whether the last talk with the server went well; when it did, as local time such as {@code 14:05}, else
 *     empty
 * @param pending responses in the outbox that the server does not hold yet
 * @param aside responses that the server refused
 * @param version of the app
 * @param config version in use, empty before the first
 * @param problems words as in the heartbeat
 * @param addresses of this terminal in its network, empty without one
 */
public record StaffFigures(
        List<Long> today,
        Sync sync,
        long pending,
        long aside,
        String version,
        String config,
        List<String> problems,
        List<String> addresses) {
    public StaffFigures {
        today = List.copyOf(today);
        problems = List.copyOf(problems);
        addresses = List.copyOf(addresses);
    }

    public record Sync(boolean well, String lastWell) {}

    /**
     * One physical button in the button test.
     *
     * @param presses since the test began
     * @param ghosts pulses too short for a hand
     */
    public record Button(int button, boolean down, long presses, long ghosts, boolean stuck) {}
}
