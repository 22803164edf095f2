package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.ingest.EffectiveTime.Quality;
import hymio.wire.Batch;
import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeRuleTest {
    private static final UUID BOOT = new UUID(0, 9);
    private static final UUID EARLIER_BOOT = new UUID(0, 5);
    private static final UUID FIRST_BOOT = new UUID(0, 1);
    private static final long DAY = 86_400_000;
    private static final long RECEIVED = 1_795_000_000_000L;
    private static final long ENROLLED = RECEIVED - 30 * DAY;
    private static final Arrival NOW = new Arrival.Now(RECEIVED);
    /** Sent right now by a terminal whose clock is right. */
    private static final PressTime SENT = new PressTime(BOOT, 61_000, RECEIVED - 61_000, true);

    private static PressTime unsure(UUID boot, long uptime, long wall) {
        return new PressTime(boot, uptime, wall - uptime, false);
    }

    private static Batch batch(PressTime sent, List<BootTime> boots, PressTime... presses) {
        List<Response> responses = new ArrayList<>();
        for (PressTime press : presses) {
            responses.add(new Response(responses.size() + 10, 10, "service@1", 1, press));
        }
        return new Batch(new UUID(7, 7), 1_000, sent, responses, Batches.WELL, boots);
    }

    private static List<EffectiveTime> times(Arrival arrival, Batch batch) {
        return new TimeRule(batch, arrival, ENROLLED).times(new TreeMap<>());
    }

    private static EffectiveTime time(PressTime sent, PressTime press, BootTime... boots) {
        return times(NOW, batch(sent, List.of(boots), press)).getFirst();
    }

    private static BootTime bounds(long after, long before) {
        return new BootTime(EARLIER_BOOT, OptionalLong.empty(), OptionalLong.of(after), OptionalLong.of(before));
    }

    @Test
    void trustedWallClockIsBelieved() {
        PressTime press = new PressTime(EARLIER_BOOT, 1_000, RECEIVED - 500_000, true);
        assertThat(time(unsure(BOOT, 9_000, 9_000), press))
                .isEqualTo(EffectiveTime.sure(RECEIVED - 499_000, Quality.TRUSTED));
    }

    @Test
    void untrustedPressOfTheSameBootIsCountedBackFromReceipt() {
        assertThat(time(unsure(BOOT, 61_000, 61_000), unsure(BOOT, 1_000, 1_000)))
                .isEqualTo(EffectiveTime.sure(RECEIVED - 60_000, Quality.RETIMED));
    }

    @Test
    void onceTheTerminalsClockIsTrustedItIsCountedBackFromThat() {
        PressTime sent = new PressTime(BOOT, 61_000, RECEIVED - 61_000 - 7, true);
        assertThat(time(sent, unsure(BOOT, 1_000, 1_000)))
                .isEqualTo(EffectiveTime.sure(RECEIVED - 7 - 60_000, Quality.RETIMED));
    }

    @Test
    void pressSaidToComeAfterItsBatchCountsAtReceipt() {
        assertThat(time(unsure(BOOT, 1_000, 1_000), unsure(BOOT, 61_000, 61_000)))
                .isEqualTo(EffectiveTime.sure(RECEIVED, Quality.RETIMED));
    }

    @Test
    void whatTheTerminalKnowsOfAnEarlierBootPlacesItsPressesSurely() {
        PressTime press = unsure(EARLIER_BOOT, 5_000, 5_000);
        assertThat(time(SENT, press, BootTime.trusted(EARLIER_BOOT, RECEIVED - DAY)))
                .isEqualTo(EffectiveTime.sure(RECEIVED - DAY + 5_000, Quality.RETIMED));
    }

    @Test
    void trustedPressPlacesTheOthersOfItsBoot() {
        PressTime trusted = new PressTime(EARLIER_BOOT, 100_000, RECEIVED - DAY, true);
        List<EffectiveTime> times = times(NOW, batch(SENT, List.of(), unsure(EARLIER_BOOT, 40_000, 40_000), trusted));
        assertThat(times.getFirst()).isEqualTo(EffectiveTime.sure(RECEIVED - DAY + 40_000, Quality.RETIMED));
    }

    @Test
    void untrustedSendingOfAWrittenBatchTellsNothingOfTheTime() {
        Arrival written = new Arrival.Written(RECEIVED);
        Batch batch = batch(unsure(BOOT, 61_000, 61_000), List.of(), unsure(BOOT, 1_000, 1_000));
        EffectiveTime time = times(written, batch).getFirst();
        assertThat(time).isEqualTo(EffectiveTime.estimated(ENROLLED, ENROLLED, RECEIVED - 60_000));
    }

    @Test
    void trustedSendingOfAWrittenBatchPlacesTheBootInWhichItWasWritten() {
        PressTime sent = new PressTime(BOOT, 61_000, RECEIVED - 20 * DAY, true);
        EffectiveTime time = times(new Arrival.Written(RECEIVED), batch(sent, List.of(), unsure(BOOT, 1_000, 1_000)))
                .getFirst();
        assertThat(time).isEqualTo(EffectiveTime.sure(RECEIVED - 20 * DAY + 1_000, Quality.RETIMED));
    }

    @Test
    void pressOfAnEarlierBootIsEstimatedByItsWallClockBeforeTheBootThatSentIt() {
        long began = RECEIVED - 61_000;
        long wall = RECEIVED - 2 * DAY;
        assertThat(time(SENT, unsure(EARLIER_BOOT, 1_000, wall)))
                .isEqualTo(EffectiveTime.estimated(wall, ENROLLED, began));
        assertThat(time(SENT, unsure(EARLIER_BOOT, 1_000, RECEIVED + 900 * DAY)))
                .isEqualTo(EffectiveTime.estimated(began, ENROLLED, began));
    }

    @Test
    void clockThatWokeUpIn1970CountsNotBeforeTheTerminalWasEnrolled() {
        assertThat(time(SENT, unsure(EARLIER_BOOT, 1_000, 5_000)).atMillis()).isEqualTo(ENROLLED);
    }

    @Test
    void whatTheTerminalKnowsBoundsTheEstimate() {
        EffectiveTime time =
                time(SENT, unsure(EARLIER_BOOT, 1_000, 5_000), bounds(RECEIVED - 9 * DAY, RECEIVED - 8 * DAY));
        assertThat(time)
                .isEqualTo(EffectiveTime.estimated(
                        RECEIVED - 9 * DAY + 1_000, RECEIVED - 9 * DAY + 1_000, RECEIVED - 8 * DAY));
    }

    @Test
    void numbersBelowAndAboveDrawTheGuessAndBoundNothing() {
        PressTime below = new PressTime(FIRST_BOOT, 500, RECEIVED - 10 * DAY - 500, true);
        PressTime above = new PressTime(BOOT, 2_000, RECEIVED - 3 * DAY - 2_000, true);
        PressTime sent = new PressTime(BOOT, 3 * DAY, RECEIVED - 3 * DAY, true);
        List<EffectiveTime> times = times(
                NOW,
                batch(
                        sent,
                        List.of(),
                        below,
                        unsure(EARLIER_BOOT, 1_000, 5_000),
                        unsure(EARLIER_BOOT, 2_000, RECEIVED),
                        above));
        assertThat(times.get(1))
                .isEqualTo(EffectiveTime.estimated(RECEIVED - 10 * DAY + 1_000, ENROLLED, RECEIVED - 3 * DAY - 1_000));
        assertThat(times.get(2).atMillis()).isEqualTo(RECEIVED - 10 * DAY + 2_000);
    }

    @Test
    void pressThatWasMovedBehindLaterOnesIsBoundByItsOwnBoot() {
        EffectiveTime first = EffectiveTime.estimated(RECEIVED - 9 * DAY, RECEIVED - 10 * DAY, RECEIVED - 8 * DAY);
        TreeMap<Long, Moment> stored = new TreeMap<>();
        stored.put(9L, new Moment(EARLIER_BOOT, 50_000, first));
        Batch batch = batch(SENT, List.of(), unsure(EARLIER_BOOT, 20_000, 5_000));
        assertThat(new TimeRule(batch, NOW, ENROLLED).times(stored))
                .containsExactly(EffectiveTime.estimated(
                        RECEIVED - 9 * DAY - 30_000, RECEIVED - 10 * DAY - 30_000, RECEIVED - 61_000));
    }

    @Test
    void storedNumberOfTheSameBootPlacesThoseThatCameLater() {
        TreeMap<Long, Moment> stored = new TreeMap<>();
        stored.put(9L, new Moment(EARLIER_BOOT, 50_000, EffectiveTime.sure(RECEIVED - DAY, Quality.RETIMED)));
        Batch batch = batch(SENT, List.of(), unsure(EARLIER_BOOT, 70_000, 70_000));
        TimeRule rule = new TimeRule(batch, NOW, ENROLLED);
        assertThat(rule.unsure()).containsExactly(new Receipt.Range(10, 10));
        assertThat(rule.times(stored)).containsExactly(EffectiveTime.sure(RECEIVED - DAY + 20_000, Quality.RETIMED));
    }

    @Test
    void whatStandsKeepsItsFirstTimeAndTheOrder() {
        TreeMap<Long, Moment> stored = new TreeMap<>();
        EffectiveTime first = EffectiveTime.estimated(RECEIVED - 5 * DAY, ENROLLED, RECEIVED - DAY);
        stored.put(10L, new Moment(EARLIER_BOOT, 1_000, first));
        PressTime again = unsure(EARLIER_BOOT, 1_000, RECEIVED - 7 * DAY);
        List<EffectiveTime> times = new TimeRule(
                        batch(SENT, List.of(), again, unsure(EARLIER_BOOT, 3_000, RECEIVED - 9 * DAY)), NOW, ENROLLED)
                .times(stored);
        assertThat(times.getFirst()).isEqualTo(first);
        assertThat(times.getLast().atMillis()).isEqualTo(first.atMillis() + 2_000);
    }

    @Test
    void distancesWithinABootAreKeptWhateverItsWallClockDoes() {
        List<EffectiveTime> times = times(
                NOW,
                batch(
                        SENT,
                        List.of(),
                        unsure(EARLIER_BOOT, 1_000, RECEIVED - 2 * DAY),
                        unsure(EARLIER_BOOT, 2_000, 5_000),
                        unsure(EARLIER_BOOT, 7_000, RECEIVED + DAY)));
        assertThat(times)
                .extracting(EffectiveTime::atMillis)
                .containsExactly(RECEIVED - 2 * DAY, RECEIVED - 2 * DAY + 1_000, RECEIVED - 2 * DAY + 6_000);
    }

    @Test
    void synchronisedClockFarAheadOfTheServersIsNotBelieved() {
        long ahead = RECEIVED + TimeRule.AHEAD_MILLIS;
        PressTime sent = unsure(BOOT, 61_000, 61_000);
        assertThat(time(sent, new PressTime(BOOT, 1_000, ahead - 1_000, true)))
                .isEqualTo(EffectiveTime.sure(ahead, Quality.TRUSTED));
        assertThat(time(sent, new PressTime(BOOT, 1_000, ahead - 999, true)))
                .isEqualTo(EffectiveTime.sure(RECEIVED - 60_000, Quality.RETIMED));
        assertThat(time(sent, new PressTime(EARLIER_BOOT, 1_000, ahead, true)))
                .isEqualTo(EffectiveTime.estimated(RECEIVED - 61_000, ENROLLED, RECEIVED - 61_000));
    }

    @Test
    void sendingFarAheadOfTheServersClockMovesNoPress() {
        PressTime sent = new PressTime(BOOT, 61_000, RECEIVED + DAY, true);
        assertThat(time(sent, unsure(BOOT, 1_000, 1_000), BootTime.trusted(BOOT, RECEIVED + DAY)))
                .isEqualTo(EffectiveTime.sure(RECEIVED - 60_000, Quality.RETIMED));
    }

    @Test
    void wordsThatContradictEachOtherLeaveOnlyWhatTheServerKnows() {
        PressTime below = new PressTime(FIRST_BOOT, 500, RECEIVED - DAY, true);
        EffectiveTime time = times(
                        NOW,
                        batch(
                                SENT,
                                List.of(bounds(RECEIVED + DAY, RECEIVED + 2 * DAY)),
                                below,
                                unsure(EARLIER_BOOT, 1_000, 5_000)))
                .getLast();
        assertThat(time.afterMillis()).isEqualTo(ENROLLED);
        assertThat(time.beforeMillis()).isEqualTo(RECEIVED);
        assertThat(time.atMillis()).isGreaterThanOrEqualTo(RECEIVED - DAY);
    }

    @Test
    void serversClockBeforeTheEnrolmentStillGivesATime() {
        Arrival early = new Arrival.Now(ENROLLED - DAY);
        EffectiveTime time = times(early, batch(unsure(BOOT, 500, 500), List.of(), unsure(EARLIER_BOOT, 1_000, 5_000)))
                .getFirst();
        assertThat(time.atMillis()).isEqualTo(ENROLLED - DAY);
    }
}
