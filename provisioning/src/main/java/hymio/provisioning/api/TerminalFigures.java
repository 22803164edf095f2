package hymio.provisioning.api;

import java.util.List;
import java.util.Map;

/** Figures by terminal. */
public record TerminalFigures(List<Row> rows) {
    public TerminalFigures {
        rows = List.copyOf(rows);
    }

    /**
     * What the server shows for one terminal at one location.
     *
     * @param options option → responses; an option without responses may be missing
     * @param total responses in all
     */
    public record Row(String terminal, String location, Map<Integer, Long> options, long total) {
        public Row {
            options = Map.copyOf(options);
        }
    }
}
