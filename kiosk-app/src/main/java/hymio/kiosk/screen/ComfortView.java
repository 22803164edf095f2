package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import java.util.ArrayList;
import java.util.List;

/** The sheet with what helps to see and hear: switches, then sound, then languages and the way back. */
final class ComfortView {
    static View of(Sight sight) {
        List<Tile> tiles = Controls.of(sight.state()).stream()
                .map(control -> Tile.of(sight, control))
                .toList();
        return Sheet.of(sight, Labels.of(sight.state(), new Control.Simple(Control.Act.COMFORT)), rows(sight, tiles));
    }

    private static List<List<Tile>> rows(Sight sight, List<Tile> tiles) {
        int switches = Control.Toggle.values().length;
        int sounds = switches + 3;
        List<Tile> last = tiles.subList(sounds, tiles.size());
        List<List<Tile>> rows = new ArrayList<>();
        if (sight.frame().portrait()) {
            rows.add(tiles.subList(0, switches / 2));
            rows.add(tiles.subList(switches / 2, switches));
            rows.add(tiles.subList(switches, sounds));
            for (int from = 0; from < last.size(); from += 2) {
                rows.add(last.subList(from, Math.min(from + 2, last.size())));
            }
        } else {
            rows.add(tiles.subList(0, switches));
            rows.add(tiles.subList(switches, sounds));
            rows.add(last);
        }
        return rows;
    }

    private ComfortView() {}
}
