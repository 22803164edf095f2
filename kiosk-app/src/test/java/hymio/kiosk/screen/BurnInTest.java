package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class BurnInTest {
    private static final List<Point2D> DAY =
            LongStream.range(0, 1_440).mapToObj(BurnIn::shift).toList();

    @Test
    void thePictureStandsElsewhereEachMinute() {
        for (int i = 1; i < DAY.size(); i++) {
            assertThat(DAY.get(i).distance(DAY.get(i - 1))).isEqualTo(1);
        }
    }

    @Test
    void thePictureNeverGoesFar() {
        assertThat(DAY)
                .allMatch(it -> Math.abs(it.getX()) <= BurnIn.FAR && Math.abs(it.getY()) <= BurnIn.FAR)
                .contains(new Point2D(BurnIn.FAR, BurnIn.FAR), new Point2D(-BurnIn.FAR, -BurnIn.FAR));
    }

    @Test
    void aDayVisitsEveryPlace() {
        int places = (2 * BurnIn.FAR + 1) * (2 * BurnIn.FAR + 1);
        assertThat(DAY.stream().distinct().count()).isEqualTo(places);
    }

    @Test
    void wayThereAndBack() {
        assertThat(BurnIn.there(0, 10)).isZero();
        assertThat(BurnIn.there(5, 10)).isEqualTo(1);
        assertThat(BurnIn.there(10, 10)).isZero();
    }
}
