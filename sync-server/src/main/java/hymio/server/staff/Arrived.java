package hymio.server.staff;

import hymio.wire.TerminalInfo;
import java.util.Collection;

/**
 * How complete the figures are.
 *
 * @param minted presses that terminals say they have stored
 * @param received of them, how many the server holds
 */
public record Arrived(long minted, long received) {
    static Arrived of(Collection<TerminalInfo> terminals) {
        return new Arrived(
                terminals.stream().mapToLong(TerminalInfo::minted).sum(),
                terminals.stream().mapToLong(TerminalInfo::received).sum());
    }

    public long missing() {
        return Math.max(0, minted - received);
    }
}
