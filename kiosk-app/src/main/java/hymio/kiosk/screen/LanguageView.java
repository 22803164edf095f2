package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import java.util.ArrayList;
import java.util.List;

/** The sheet with all languages, each by its own name and in its own script. */
final class LanguageView {
    static View of(Sight sight) {
        List<Tile> tiles = Controls.of(sight.state()).stream()
                .map(control -> Tile.of(sight, control))
                .toList();
        return Sheet.of(
                sight,
                Labels.of(sight.state(), new Control.Simple(Control.Act.LANGUAGES)),
                rows(tiles, sight.frame().portrait() ? 5 : 3));
    }

    /** About equally long rows; the longer ones come first, where the short names are. */
    private static List<List<Tile>> rows(List<Tile> tiles, int wanted) {
        int rows = Math.min(wanted, tiles.size());
        List<List<Tile>> filled = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < rows; i++) {
            int to = from + (tiles.size() - from + rows - i - 1) / (rows - i);
            filled.add(tiles.subList(from, to));
            from = to;
        }
        return filled;
    }

    private LanguageView() {}
}
