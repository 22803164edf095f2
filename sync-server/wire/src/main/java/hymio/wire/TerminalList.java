package hymio.wire;

import java.util.List;

/** Every terminal the server knows, revoked ones too, by name. */
public record TerminalList(List<TerminalInfo> terminals) {
    public TerminalList {
        terminals = List.copyOf(terminals);
    }
}
