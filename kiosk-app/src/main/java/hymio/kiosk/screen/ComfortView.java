package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sheet with what helps to see and hear: switches, then sound, then languages and the way back. */
final class ComfortView {
    private static final Set<Control> SOUNDS =
            Set.of(new Control.Simple(Act.QUIETER), new Control.Simple(Act.LOUDER), new Control.Simple(Act.READ));

    static View of(Sight sight) {
        List<Tile> tiles = Controls.of(sight.state()).stream()
                .map(control -> Tile.of(sight, control))
                .toList();
        return Sheet.of(sight, Labels.of(sight.state(), new Control.Simple(Act.COMFORT)), rows(sight, tiles));
    }

    /** In the order of the controls, which fall into these three by themselves. */
    private static List<List<Tile>> rows(Sight sight, List<Tile> tiles) {
        List<Tile> switches = tiles.stream()
                .filter(it -> it.control() instanceof Control.ToggleOf)
                .toList();
        List<Tile> sounds =
                tiles.stream().filter(it -> SOUNDS.contains(it.control())).toList();
        List<Tile> others = tiles.subList(switches.size() + sounds.size(), tiles.size());
        boolean narrow = sight.frame().portrait();
        List<List<Tile>> rows = new ArrayList<>(narrow ? pairs(switches) : List.of(switches));
        rows.addAll(narrow ? pairs(sounds) : List.of(sounds));
        rows.addAll(narrow ? pairs(others) : List.of(others));
        rows.removeIf(List::isEmpty);
        return rows;
    }

    private static List<List<Tile>> pairs(List<Tile> tiles) {
        List<List<Tile>> rows = new ArrayList<>();
        for (int from = 0; from < tiles.size(); from += 2) {
            rows.add(tiles.subList(from, Math.min(from + 2, tiles.size())));
        }
        return rows;
    }

    private ComfortView() {}
}
