package hymio.server.staff;

import hymio.wire.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tree of locations, for walking up and down. Immutable. */
final class PlaceTree {
    private final Map<String, Place> byId = new LinkedHashMap<>();

    /** @param places each after its parent */
    PlaceTree(List<Place> places) {
        places.forEach(place -> byId.put(place.id(), place));
    }

    List<Place> tops() {
        return byId.values().stream()
                .filter(place -> !byId.containsKey(place.parent()))
                .toList();
    }

    Optional<Place> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those above a location, from the top down. */
    List<Place> above(Place place) {
        Deque<Place> path = new ArrayDeque<>();
        for (Place up = byId.get(place.parent()); up != null; up = byId.get(up.parent())) {
            path.addFirst(up);
        }
        return new ArrayList<>(path);
    }

    /** Those right below a location. */
    List<Place> below(Place place) {
        return byId.values().stream()
                .filter(it -> it.parent().equals(place.id()))
                .toList();
    }

    /** Ids of a location and all below it. */
    Set<String> branch(Place top) {
        Set<String> ids = new LinkedHashSet<>(Set.of(top.id()));
        byId.values().stream().filter(place -> ids.contains(place.parent())).forEach(place -> ids.add(place.id()));
        return ids;
    }
}
