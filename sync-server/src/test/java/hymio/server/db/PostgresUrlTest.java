package hymio.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.db.PostgresUrl.Host;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sqlite")
class PostgresUrlTest {
    @Test
    void partsAreRead() {
        PostgresUrl url = PostgresUrl.parse("postgresql://h%C3%A4n@db.example:6432/hymi%20o?sslmode=verify-full");
        assertThat(url.user()).isEqualTo("hän");
        assertThat(url.hosts()).containsExactly(new Host("db.example", 6432));
        assertThat(url.database()).isEqualTo("hymi o");
        assertThat(url.settings()).isEqualTo(Map.of("sslmode", "verify-full"));
    }

    @Test
    void severalHostsStandInForOneAnother() {
        PostgresUrl url = PostgresUrl.parse("postgres://u@a,[::1]:5433/n?target_session_attrs=read-write");
        assertThat(url.hosts()).containsExactly(new Host("a", 5432), new Host("[::1]", 5433));
        assertThat(url).hasToString("postgresql://u@a:5432,[::1]:5433/n");
    }

    @Test
    void passwordIsRefusedAndNeverRepeated() {
        assertThatThrownBy(() -> PostgresUrl.parse("postgresql://u:geheim@a/n"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("--database-password-file")
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> PostgresUrl.parse("postgresql://u@a/n?password=geheim"))
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hymio",
                "mysql://u@a/n",
                "postgresql://a/n",
                "postgresql://u@a",
                "postgresql://u@a:x/n",
                "postgresql://u@a,/n",
                "postgresql://u@a/n?options=-c",
                "postgresql://u@a/%zz"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> PostgresUrl.parse(text)).isInstanceOf(DatabaseException.class);
    }
}
