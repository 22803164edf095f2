package hymio.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestClock;
import org.junit.jupiter.api.Test;

class FailureBudgetTest {
    private final TestClock clock = new TestClock();
    private final FailureBudget budget = new FailureBudget(clock);

    @Test
    void oneAddressIsStoppedWithoutTheOthers() {
        for (int i = 0; i < FailureBudget.PER_ADDRESS; i++) {
            assertThat(budget.waitSeconds("a")).isZero();
            budget.failed("a");
        }
        assertThat(budget.waitSeconds("a")).isPositive();
        assertThat(budget.waitSeconds("b")).isZero();
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
