package hymio.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestClock;
import hymio.server.TestDatabase;
import hymio.server.access.AttemptStore;
import hymio.server.db.Db;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureBudgetTest {
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private Db db;
    private FailureBudget budget;

    @BeforeEach
    void open() {
        db = TestDatabase.open(folder);
        budget = new FailureBudget(new AttemptStore(db, clock), clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void oneAddressIsStoppedWithoutTheOthers() {
        for (int i = 0; i < FailureBudget.PER_NETWORK; i++) {
            assertThat(budget.waitSeconds("a")).isZero();
            budget.failed("a");
        }
        assertThat(budget.waitSeconds("a")).isPositive();
        assertThat(budget.waitSeconds("b")).isZero();
        FailureBudget otherNode = new FailureBudget(new AttemptStore(db, clock), clock);
        assertThat(otherNode.waitSeconds("a")).isPositive();
        clock.pass(FailureBudget.WINDOW);
        assertThat(budget.waitSeconds("a")).isZero();
    }

    @Test
    void guessingFromManyAddressesIsStoppedToo() {
        for (int i = 0; i < FailureBudget.IN_ALL; i++) {
            assertThat(budget.waitSeconds("new")).isZero();
            budget.failed("address " + i);
        }
        assertThat(budget.waitSeconds("new")).isPositive();
    }
}
