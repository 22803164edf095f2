package hymio.provisioning.api;

import java.util.List;
import java.util.Map;

/** Figures by location. */
public record Figures(List<Row> rows) {
    public Figures {
        rows = List.copyOf(rows);
    }

    /**
     * What the server shows for one location, the branch below it included.
     *
     * @param options option → responses; an option without responses may be missing
     * @param total responses in all
     */
    public record Row(String location, Map<Integer, Long> options, long total) {
        public Row {
            options = Map.copyOf(options);
        }
    }
}
