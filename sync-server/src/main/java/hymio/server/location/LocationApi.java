package hymio.server.location;

import hymio.server.access.Permit;
import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.wire.Place;
import hymio.wire.PlaceList;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** {@code /api/v1/locations}. */
public final class LocationApi {
    private final LocationStore locations;
    private final Json json;

    public LocationApi(LocationStore locations, Json json) {
        this.locations = locations;
        this.json = json;
    }

    public void list(Context ctx) {
        Permit permit = Permit.of(ctx);
        List<Place> seen = locations.list().stream()
                .filter(place -> permit.sees(place.id()))
                .toList();
        json.answer(ctx, 200, new PlaceList(seen));
    }

    public void add(Context ctx) throws IOException {
        Place place = json.read(ctx, Place.class);
        Permit permit = Permit.of(ctx);
        permit.require(place.parent());
        switch (locations.add(place, permit.by())) {
            case NEW -> json.answer(ctx, 201, place);
            case SAME -> json.answer(ctx, 200, place);
            case NO_PARENT -> throw ProblemException.noLocation(place.parent());
            case OTHER ->
                throw new ProblemException(
                        ProblemWord.EXISTS,
                        "A location " + place.id() + " exists with another name, parent or zone. Choose another id.");
        }
    }
}
