package hymio.wire;

import java.util.List;

/** Every location, each after its parent. */
public record PlaceList(List<Place> locations) {
    public PlaceList {
        locations = List.copyOf(locations);
    }
}
