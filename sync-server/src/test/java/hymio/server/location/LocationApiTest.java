package hymio.server.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.wire.Place;
import hymio.wire.PlaceList;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocationApiTest {
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void locationIsAddedOnceAndListedAfterItsParent() {
        assertThat(server.location("b", "", "Europe/Helsinki").status()).isEqualTo(201);
        assertThat(server.location("a", "b", "Asia/Kathmandu").status()).isEqualTo(201);
        assertThat(server.location("b-2", "", "Europe/Helsinki").status()).isEqualTo(201);
        assertThat(server.location("a", "b", "Asia/Kathmandu").status()).isEqualTo(200);
        assertThat(server.get("/api/v1/locations").as(PlaceList.class).locations())
                .extracting(Place::id, Place::parent, Place::zone)
                .containsExactly(
                        tuple("b", "", "Europe/Helsinki"),
                        tuple("a", "b", "Asia/Kathmandu"),
                        tuple("b-2", "", "Europe/Helsinki"));
    }

    @Test
    void sameIdWithOtherContentIsRefused() {
        server.location("a", "", "Europe/Helsinki");
        Answer answer = server.location("a", "", "Europe/Stockholm");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("exists");
    }

    @Test
    void unknownParentIsRefused() {
        Answer answer = server.location("a", "nowhere", "Europe/Helsinki");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).contains("nowhere");
        assertThat(server.get("/api/v1/locations").as(PlaceList.class).locations())
                .isEmpty();
    }

    @Test
    void badValuesAreRefusedAndNamed() {
        Answer zone = server.location("a", "", "Mars/Base");
        assertThat(zone.status()).isEqualTo(422);
        assertThat(zone.detail()).contains("zone").contains("Mars/Base");
        assertThat(server.location("Ä", "", "Europe/Helsinki").status()).isEqualTo(422);
        Answer language = server.post(
                "/api/v1/locations", "{\"id\":\"a\",\"name\":{\"fi\":\"A\"},\"parent\":\"\",\"zone\":\"UTC\"}");
        assertThat(language.status()).isEqualTo(422);
        assertThat(language.detail()).contains("sv is missing");
    }
}
