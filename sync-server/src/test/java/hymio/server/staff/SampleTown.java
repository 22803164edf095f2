package hymio.server.staff;

import hymio.server.staff.Town.Pressed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small town as it could be: a year of libraries, service points and a swimming hall. The same on every run. */
final class SampleTown {
    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
    private static final Instant YEAR_AGO = Town.NOW.minus(Duration.ofDays(356));
    private static final String FOUR = "service@1";
    private static final String FIVE = "visit@1";

    private final Town town;
    private final Random random = new Random(20261121);

    private SampleTown(Town town) {
        this.town = town;
    }

    static void build(Town town) {
        new SampleTown(town).build();
    }

    private void build() {
        town.at(YEAR_AGO);
        places();
        town.fiveFaces("lasten-osasto");
        Town.Stand hall = town.terminal("paakirjasto", "Aula");
        Town.Stand adults = town.terminal("aikuisten-osasto", "Lainaustiski");
        Town.Stand children = town.terminal("lasten-osasto", "Satunurkka");
        Town.Stand birch = town.terminal("koivukyla", "Ovenpieli");
        Town.Stand service = town.terminal("keskusta", "Palvelutiski 1");
        Town.Stand swim = town.terminal("uimahalli", "Kassa");
        Town.Stand gym = town.terminal("kuntosali", "Uloskäynti");
        Town.Stand old = town.terminal("paakirjasto", "Vanha aula");
        old.sends(year(FOUR, 12, 0.4, 0.3, 0.2, 0.1).subList(0, 900), Town.NOW.minus(Duration.ofDays(200)), 0);
        old.revoke();
        Town.Stand harbour = town.terminal("satama", "Odotustila");
        town.at(Town.NOW);
        town.terminal("kirjastoauto", "Auton ovi");
        Instant now = Town.NOW.minusSeconds(20);
        hall.sends(year(FOUR, 42, 0.52, 0.28, 0.12, 0.08), now, 0);
        adults.sends(year(FOUR, 18, 0.44, 0.36, 0.13, 0.07), now, 0);
        children.sends(year(FIVE, 16, 0.62, 0.2, 0.1, 0.05, 0.03), now, 0);
        birch.sends(year(FOUR, 14, 0.55, 0.31, 0.09, 0.05), now.minusSeconds(560), 6);
        service.sends(year(FOUR, 38, 0.29, 0.33, 0.22, 0.16), now, 0, "gpio-absent");
        swim.sends(year(FOUR, 64, 0.41, 0.35, 0.15, 0.09), now, 0);
        harbour(harbour, now);
        Instant silent = Town.NOW.minus(Duration.ofHours(20));
        List<Pressed> before = year(FOUR, 9, 0.36, 0.34, 0.2, 0.1).stream()
                .filter(press -> press.at().isBefore(silent))
                .toList();
        gym.sends(before, silent, 2);
    }

    /** Ten days without power for its clock, a few presses lost with a card, and one that came twice. */
    private void harbour(Town.Stand harbour, Instant now) {
        List<Pressed> presses = year(FOUR, 11, 0.31, 0.36, 0.2, 0.13);
        int from = presses.size() - 150;
        int to = presses.size() - 60;
        harbour.sends(presses.subList(0, from), now.minus(Duration.ofDays(3)), 0);
        harbour.sendsWithoutClock(presses.subList(from, to), now);
        harbour.loses(3);
        harbour.sends(presses.subList(to, presses.size()), now, 0);
        harbour.repeatsOtherwise(new Pressed(presses.getLast().at(), FOUR, 4), now);
    }

    private void places() {
        town.place("lehtola", "", "Lehtolan kaupunki", "Lehtola stad", "City of Lehtola");
        town.place("kirjastot", "lehtola", "Kirjastot", "Biblioteken", "Libraries");
        town.place("paakirjasto", "kirjastot", "Pääkirjasto", "Huvudbiblioteket", "Main library");
        town.place("aikuisten-osasto", "paakirjasto", "Aikuisten osasto", "Vuxenavdelningen", "Adults’ department");
        town.place("lasten-osasto", "paakirjasto", "Lasten osasto", "Barnavdelningen", "Children’s department");
        town.place("koivukyla", "kirjastot", "Koivukylän kirjasto", "Björkby bibliotek", "Koivukylä library");
        town.place("kirjastoauto", "kirjastot", "Kirjastoauto", "Bokbussen", "Mobile library");
        town.place("palvelupisteet", "lehtola", "Palvelupisteet", "Servicepunkter", "Service points");
        town.place(
                "keskusta",
                "palvelupisteet",
                "Keskustan yhteispalvelupiste",
                "Samservicepunkten i centrum",
                "City centre service point");
        town.place("satama", "palvelupisteet", "Sataman palvelupiste", "Hamnens servicepunkt", "Harbour service point");
        town.place("liikunta", "lehtola", "Liikuntapaikat", "Idrottsplatser", "Sports");
        town.place("uimahalli", "liikunta", "Uimahalli", "Simhallen", "Swimming hall");
        town.place("kuntosali", "uimahalli", "Kuntosali", "Gymmet", "Gym");
    }

    /** Presses of a year: fewer at weekends, most after work, a slow wave over the seasons. */
    private List<Pressed> year(String question, double perDay, double... shares) {
        List<Pressed> presses = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(Town.NOW, ZONE);
        for (LocalDate day = LocalDate.ofInstant(YEAR_AGO, ZONE).plusDays(1);
                !day.isAfter(today);
                day = day.plusDays(1)) {
            day(day, question, perDay, shares).stream()
                    .filter(press -> press.at().isBefore(Town.NOW.minusSeconds(40)))
                    .forEach(presses::add);
        }
        return presses;
    }

    private List<Pressed> day(LocalDate day, String question, double perDay, double... shares) {
        double weekend =
                day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.25 : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.7 : 1;
        double season = 1 + 0.3 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 20) / 365);
        int n = (int) Math.round(perDay * weekend * season * (0.75 + 0.5 * random.nextDouble()));
        List<Pressed> presses = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double hour = 14.5 + 3 * random.nextGaussian();
            double within = Math.clamp(hour, 8.05, 19.9);
            Instant at = day.atStartOfDay(ZONE).toInstant().plusMillis((long) (within * 3_600_000));
            presses.add(new Pressed(at, question, option(shares)));
        }
        presses.sort(java.util.Comparator.comparing(Pressed::at));
        return presses;
    }

    private int option(double... shares) {
        double chance = random.nextDouble();
        for (int i = 0; i < shares.length - 1; i++) {
            chance -= shares[i];
            if (chance < 0) {
                return i + 1;
            }
        }
        return shares.length;
    }
}
