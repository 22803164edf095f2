package hymio.provisioning.demo;

import hymio.wire.Place;
import hymio.wire.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A town: places, each after its parent and the first the top of all, and the terminals that stand there.
 *
 * @param stations the first has a screen, the second loses its network for a while
 */
record Town(List<Place> places, List<Station> stations) {
    private static final String ZONE = "Europe/Helsinki";

    /** An invented town on three levels. Some places are busier, some less happy. */
    static final Town SAMPLE = new Town(
            List.of(
                    place("hymiola", "", "Hymiölä", "Hymiölä", "Hymiölä"),
                    place("keskusta", "hymiola", "Keskusta", "Centrum", "Town centre"),
                    place("paakirjasto", "keskusta", "Pääkirjasto", "Huvudbiblioteket", "Main library"),
                    place("palvelupiste", "keskusta", "Palvelupiste", "Servicepunkten", "Service point"),
                    place("uimahalli", "keskusta", "Uimahalli", "Simhallen", "Swimming hall"),
                    place("rantakyla", "hymiola", "Rantakylä", "Strandby", "Rantakylä"),
                    place("rantakirjasto", "rantakyla", "Rantakirjasto", "Strandbiblioteket", "Shore library"),
                    place("nuorisotalo", "rantakyla", "Nuorisotalo", "Ungdomsgården", "Youth centre"),
                    place("metsapera", "hymiola", "Metsäperä", "Skogsända", "Metsäperä"),
                    place("lahikirjasto", "metsapera", "Lähikirjasto", "Närbiblioteket", "Branch library")),
            List.of(
                    new Station("Pääkirjaston aula", "paakirjasto", 2_300, List.of(60, 28, 8, 4)),
                    new Station("Uimahallin pukuhuone", "uimahalli", 2_600, List.of(20, 30, 30, 20)),
                    new Station("Palvelupisteen tiski", "palvelupiste", 2_500, List.of(35, 35, 18, 12)),
                    new Station("Rantakirjaston ovi", "rantakirjasto", 3_200, List.of(55, 35, 6, 4)),
                    new Station("Nuorisotalon sali", "nuorisotalo", 2_900, List.of(45, 25, 15, 15)),
                    new Station("Lähikirjaston ovi", "lahikirjasto", 4_000, List.of(70, 25, 4, 1))));

    Town {
        places = List.copyOf(places);
        stations = List.copyOf(stations);
    }

    /** Id of the place above all. */
    String top() {
        return places.getFirst().id();
    }

    /** Place id → how far below the top, in the order of the places. */
    Map<String, Integer> depths() {
        Map<String, Integer> depths = new LinkedHashMap<>();
        places.forEach(p -> depths.put(p.id(), depths.getOrDefault(p.parent(), -1) + 1));
        return depths;
    }

    /** Whether a place lies in a branch; every place lies in its own. */
    boolean inBranch(String place, String branch) {
        return place.equals(branch)
                || places.stream()
                        .filter(p -> p.id().equals(place) && !p.parent().isEmpty())
                        .anyMatch(p -> inBranch(p.parent(), branch));
    }

    private static Place place(String id, String parent, String fi, String sv, String en) {
        return new Place(id, Texts.of(fi, sv, en), parent, ZONE);
    }
}
