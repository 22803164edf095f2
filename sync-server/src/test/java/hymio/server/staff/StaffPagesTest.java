package hymio.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Config;
import hymio.wire.Golden;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffPagesTest {
    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Town town;
    private Town.Stand stand;

    @BeforeEach
    void start() {
        town = new Town(folder);
        town.at(Town.NOW.minusSeconds(3_600));
        town.place("kaupunki", "", "Kaupunki", "Staden", "Town");
        town.place("kirjasto", "kaupunki", "Pääkirjasto", "Huvudbiblioteket", "Main library");
        stand = town.terminal("kirjasto", "Aula");
        town.at(Town.NOW);
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void homeShowsEachLocationWithTheBranchBelow() throws Exception {
        press(1);
        press(4);
        String page = get("/").body();
        assertThat(page)
                .contains("<html lang=\"fi\">", "Kaupunki", "Pääkirjasto", "Tänään 2 vastausta", "50,0")
                .contains(
                        "aria-label=\"Erinomaisesti 50\u00a0%, Hyvin 0\u00a0%, Huonosti 0\u00a0%, Erittäin huonosti 50\u00a0%\"")
                .contains("28 päivän painalluksista perillä 2 / 2. Mitään ei puutu.");
    }

    @Test
    void homeWithoutALocationSaysHowToAddOne(@TempDir Path other) throws Exception {
        try (Town empty = new Town(other)) {
            assertThat(send(HttpRequest.newBuilder(URI.create(empty.url("/")))).body())
                    .contains("Lisätään ensimmäinen paikka", "location add");
        }
    }

    @Test
    void missingPressesAreTold() throws Exception {
        stand.sends(java.util.List.of(), Town.NOW, 3);
        assertThat(get("/places/kirjasto").body()).contains("perillä 0 / 3.", "3 puuttuu");
    }

    @Test
    void settingsThatATerminalCouldNotTakeAreTold() throws Exception {
        stand.refuses("questions[1].answers.kind must be one of faces <b>");
        assertThat(get("/places/kirjasto").body())
                .contains("ei voinut ottaa käyttöön uusimpia asetuksia")
                .contains("questions[1].answers.kind must be one of faces &lt;b&gt;");
        assertThat(get("/places/kirjasto", "Accept-Language", "sv").body()).contains("de senaste inställningarna");
        assertThat(get("/places/kirjasto", "Accept-Language", "en").body()).contains("the newest settings");
    }

    @Test
    void alarmsSayWhatToDoInEachLanguageAndUnknownWordsAreShownAsTheyAre() throws Exception {
        stand.sends(java.util.List.of(), Town.NOW, 0, "outbox-damaged", "disk-low", "disk-full", "brand-new");
        assertThat(get("/places/kirjasto").body())
                .contains(
                        "tallennustiedosto oli vaurioitunut", "vähän tilaa", "on täynnä", "Pääte ilmoittaa: brand-new");
        assertThat(get("/places/kirjasto", "Accept-Language", "sv").body())
                .contains("sparfil var skadad", "ont om plats", "är fullt", "Terminalen meddelar: brand-new");
        assertThat(get("/places/kirjasto", "Accept-Language", "en").body())
                .contains("storage file was damaged", "little room", "is full", "The terminal says: brand-new");
    }

    @Test
    void machinesThatTakeTurnsAndMachinesThatWereChangedAreTold() throws Exception {
        stand.callsFrom("aaaa", Town.NOW);
        assertThat(get("/places/kirjasto").body()).contains("Laite aaaa, alkaen 21.11.2026");
        stand.callsFrom("bbbb", Town.NOW.plusSeconds(20));
        assertThat(get("/places/kirjasto").body()).contains("Muistikortti siirretty 21.11.2026 laitteeseen bbbb");
        stand.callsFrom("aaaa", Town.NOW.plusSeconds(40));
        stand.callsFrom("bbbb", Town.NOW.plusSeconds(60));
        assertThat(get("/places/kirjasto").body()).contains("vuorotellen", "aaaa, bbbb", "oma koodi");
        stand.isSwapped();
        assertThat(get("/places/kirjasto").body())
                .contains("Laite vaihdettu 21.11.2026")
                .doesNotContain("vuorotellen");
        stand.callsFrom("bbbb", Town.NOW.plusSeconds(80));
        assertThat(get("/places/kirjasto").body()).contains("Laite vaihdettu 21.11.2026, nyt bbbb");
    }

    @Test
    void filesAreBroughtInOnlyByAFormOfThisBrowser() throws Exception {
        byte[] bundle = stand.bundle(2);
        assertThat(post(Town.CSRF, Town.CSRF, bundle).body())
                .contains("Tallessa. 2 uutta painallusta päätteeltä Aula.");
        assertThat(post(Town.CSRF, "another-0123456789abcdefghijklmnopqrstuvwxy", bundle)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("another-0123456789abcdefghijklmnopqrstuvwxy", Town.CSRF, bundle)
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("", "", bundle).statusCode()).isEqualTo(403);
        HttpRequest.Builder foreign = upload(Town.CSRF, Town.CSRF, bundle);
        assertThat(send(foreign.setHeader("Origin", "http://evil.example")).statusCode())
                .isEqualTo(403);
        assertThat(send(upload(Town.CSRF, Town.CSRF, bundle).setHeader("X-Stranger", "1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(send(upload(Town.CSRF, Town.CSRF, bundle)
                                .setHeader("Content-Type", "multipart/form-data; boundary=other"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyOutcomesAreSentWhenThePagesScriptAsksAndNoFileIsTold() throws Exception {
        HttpRequest.Builder part =
                upload(Town.CSRF, Town.CSRF, stand.bundle(1)).uri(URI.create(town.url("/bundles?part=1")));
        assertThat(send(part).body().strip()).startsWith("<li class=\"good\">").endsWith("</li>");
        HttpRequest.Builder none = upload(Town.CSRF, Town.CSRF, new byte[0], "");
        assertThat(send(none).body()).contains("Yhtään tiedostoa ei ollut valittuna");
    }

    private HttpResponse<String> post(String cookie, String csrf, byte[] file) throws Exception {
        return send(upload(cookie, csrf, file));
    }

    private HttpRequest.Builder upload(String cookie, String csrf, byte[] file) {
        return upload(cookie, csrf, file, "C:\\\\tikku\\\\t-1.hymio");
    }

    private HttpRequest.Builder upload(String cookie, String csrf, byte[] file, String name) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return HttpRequest.newBuilder(URI.create(town.url("/bundles")))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Origin", town.url(""))
                .header("Cookie", "csrf=" + cookie)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--x--\r\n")));
    }

    /** Five reasons and a ten on a scale are not faces, and one visitor is one visitor. */
    @Test
    void followUpsAreNeverShownAsFaces() throws Exception {
        Config golden = new WireCodec().read(Golden.v1("config-visit"), Config.class);
        town.asks("kirjasto", golden.questionnaire());
        Instant at = Town.NOW.minusSeconds(60);
        stand.sends(
                new Town.Pressed(at, "asiointi@1", 4),
                new Town.Pressed(at, "syyt@1", 1),
                new Town.Pressed(at, "syyt@1", 5),
                new Town.Pressed(at, "kerta@1", 1),
                new Town.Pressed(at, "suositus@1", 0),
                new Town.Pressed(at, "suositus@1", 10),
                new Town.Pressed(at, "avoin@1", 0));
        for (String path : new String[] {"/", "/places/kirjasto", "/places/kirjasto?period=today"}) {
            assertThat(get(path).body()).as(path).doesNotContain("7 vastausta");
        }
        assertThat(get("/places/kirjasto").body()).contains("data-total=\"1\"", "perillä 7 / 7.", "Vasta yksi vastaus");
    }

    @Test
    void locationShowsChartTableAndTerminals() throws Exception {
        press(2);
        String page = get("/places/kirjasto").body();
        assertThat(page)
                .contains("<h1>Pääkirjasto</h1>", "data-total=\"1\"", "la 21.11.2026", "66,7", "Aula", "juuri äsken")
                .contains("Vasta yksi vastaus");
        assertThat(get("/places/kirjasto?period=today").body()).contains("klo 15", "Vastaukset tunneittain");
        assertThat(get("/places/kirjasto?period=months").body()).contains("marraskuu 2026", "joulukuu 2025");
    }

    @Test
    void unchangedPageIsNotSentAgain() throws Exception {
        String seen = polled(get("/places/kirjasto?period=today").body());
        assertThat(seen).startsWith("/places/kirjasto?period=today&");
        HttpResponse<String> unchanged = poll(seen);
        assertThat(unchanged.statusCode()).isEqualTo(204);
        assertThat(unchanged.body()).isEmpty();
        press(1);
        HttpResponse<String> changed = poll(seen);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).startsWith("<div id=\"live\"").doesNotContain("<html");
        assertThat(polled(changed.body())).isNotEqualTo(seen);
    }

    @Test
    void pollingAddressOpenedByAPersonIsAWholePage() throws Exception {
        assertThat(get(polled(get("/").body())).body()).contains("<html");
    }

    @Test
    void languageIsTheReadersChoiceElseTheBrowsersElseFinnish() throws Exception {
        assertThat(get("/").body()).contains("<h1>Paikat</h1>");
        assertThat(get("/", "Accept-Language", "de, sv;q=0.8, en;q=0.7").body()).contains("<h1>Platser</h1>");
        assertThat(get("/", "Accept-Language", ";;;").body()).contains("<h1>Paikat</h1>");
        assertThat(get("/", "Accept-Language", "sv", "Cookie", "hymio-lang=en").body())
                .contains("<h1>Locations</h1>", "Main library");
        assertThat(get("/", "Cookie", "hymio-lang=xx").body()).contains("<h1>Paikat</h1>");
    }

    @Test
    void choiceOfLanguageIsKeptAndLeadsBackToTheSamePage() throws Exception {
        HttpResponse<String> chosen = get("/places/kirjasto?period=today&lang=sv");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).hasValue("/places/kirjasto?period=today");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("hymio-lang=sv")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(get("//evil.example/?lang=sv").headers().firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void pagesAreGuardedAndKeptNowhere() throws Exception {
        assertThat(get("/places/kirjasto", "X-Stranger", "1").statusCode()).isEqualTo(302);
        assertThat(get("/", "X-Stranger", "1").statusCode()).isEqualTo(302);
        assertThat(get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void pagesShowOnlyWhatARoleSees() throws Exception {
        town.place("uimahalli", "kaupunki", "Uimahalli", "Simhallen", "Swimming hall");
        town.terminal("uimahalli", "Kassa");
        String[] viewer = {"X-Role", "viewer", "X-At", "kirjasto"};
        assertThat(get("/", viewer).body())
                .contains("Pääkirjasto", "Käytössä on 1 pääte")
                .doesNotContain("Uimahalli", "Kaupunki", "/bundles", "/audit");
        assertThat(get("/places/kirjasto", viewer).body()).doesNotContain("/places/kaupunki");
        assertThat(get("/places/uimahalli", viewer).statusCode()).isEqualTo(404);
        assertThat(get("/", "X-Role", "editor", "X-At", "kirjasto").body())
                .contains("/bundles")
                .doesNotContain("/audit");
        assertThat(get("/").body()).contains("Uimahalli", "Kaupunki", "/bundles", "/audit");
    }

    @Test
    void logOfChangesSaysWhoAndWhatInEachLanguageAndOnlyOfTheBranch() throws Exception {
        town.place("uimahalli", "kaupunki", "Uimahalli", "Simhallen", "Swimming hall");
        assertThat(get("/audit").body())
                .contains("Paikka lisättiin", "Uimahalli", "Liittämiskoodi luotiin", "Pääte liitettiin", "aino")
                .contains("21.11.2026 klo 15.40");
        assertThat(get("/audit", "Accept-Language", "sv").body()).contains("En plats lades till", "Simhallen");
        assertThat(get("/audit", "Accept-Language", "en").body()).contains("A place was added", "Swimming hall");
        assertThat(get("/audit", "X-At", "kirjasto").body())
                .contains("Pääte liitettiin", "Pääkirjasto")
                .doesNotContain("Uimahalli");
    }

    @Test
    void logOfChangesIsReadPageByPage() throws Exception {
        for (int i = 0; i < 60; i++) {
            town.place("p" + i, "kaupunki", "Paikka numero " + i + ".", "p", "p");
        }
        String newest = get("/audit").body();
        assertThat(newest).contains("numero 59.", "numero 10.").doesNotContain("numero 9.", "Uusimmat muutokset");
        Matcher older = Pattern.compile("id=\"older\" href=\"([^\"]+)\"").matcher(newest);
        assertThat(older.find()).isTrue();
        assertThat(get(older.group(1)).body())
                .contains("numero 9.", "Uusimmat muutokset")
                .doesNotContain("numero 10.", "Vanhemmat muutokset");
        for (String nonsense : new String[] {"x", "-1", "99999999999999999999", "", "1;drop"}) {
            assertThat(get("/audit?before=" + nonsense).body()).contains("numero 59.");
        }
    }

    @Test
    void filesAreKeptForEverUnderTheirHash() throws Exception {
        Matcher css = Pattern.compile("href=\"(/assets/[^\"]+staff.css)\"").matcher(get("/").body());
        assertThat(css.find()).isTrue();
        HttpResponse<String> answer = get(css.group(1));
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(get(css.group(1).replace("staff.css", "inter-latin.woff2")).statusCode())
                .isEqualTo(200);
        assertThat(get("/assets/other/staff.css").statusCode()).isEqualTo(404);
        assertThat(get(css.group(1).replace("staff.css", "secret")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void faultsAreAPageForABrowserAndAProblemForAScript() throws Exception {
        HttpResponse<String> page = get("/places/nowhere", "Accept", "text/html,*/*");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Sivua ei löydy");
        assertThat(get("/fault", "Accept", "text/html").body())
                .contains("Palvelimessa on vika")
                .doesNotContain("planted");
        assertThat(get("/places/nowhere").body()).contains("urn:hymio:problem:not-found");
        assertThat(get("/api/v1/nothing", "Accept", "text/html").body()).contains("urn:hymio:problem:not-found");
    }

    @Test
    void whatPeopleTypeIsOnlyText() throws Exception {
        String evil = "<script>alert(1)</script>\"'";
        town.place("paha", "kaupunki", evil, evil, evil);
        town.terminal("paha", evil).sends(java.util.List.of(), Town.NOW, 0, "<b>word</b>");
        assertThat(get("/").body()).doesNotContain("<script>alert");
        assertThat(get("/places/paha").body())
                .doesNotContain("<script>alert", "<b>word")
                .contains("&lt;b&gt;word");
        assertThat(town.views.signIn(java.util.Locale.ROOT, evil, java.util.Optional.empty(), evil))
                .doesNotContain("<script>alert");
    }

    @Test
    void noPageHasInlineScriptOrStyle() throws Exception {
        press(1);
        for (String path :
                new String[] {"/", "/places/kirjasto", "/sign-in", "/setup", "/account", "/audit", "/password"}) {
            assertThat(get(path).body())
                    .doesNotContain(" style=", "<style", " onclick")
                    .doesNotContainPattern("<script(?! src)");
        }
    }

    @Test
    void everyFormCarriesItsToken() throws Exception {
        assertThat(get("/").body()).contains("action=\"/sign-out\"", "name=\"csrf\" value=\"" + Town.CSRF + "\"");
        assertThat(get("/sign-in").body())
                .contains("name=\"csrf\" value=\"c\"", "name=\"password\"")
                .doesNotContain("sign-out");
        assertThat(get("/setup").body()).contains("name=\"token\" value=\"t0ken\"", "name=\"again\"");
    }

    private void press(int option) {
        stand.sends(new Town.Pressed(Town.NOW.minusSeconds(5), "service@1", option));
    }

    private static String polled(String page) {
        Matcher live = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(page);
        assertThat(live.find()).isTrue();
        return live.group(1).replace("&amp;", "&");
    }

    private HttpResponse<String> poll(String path) throws IOException, InterruptedException {
        return get(path, "HX-Request", "true");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(town.url(path)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
