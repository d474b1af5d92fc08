package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentHysteresisTest {

    private static final LocalDate T = LocalDate.of(2025, 12, 1);
    private static final Set<String> NAMED = Set.of("A", "B", "C");

    /** A customer of B since T, after A or whatever stands there. */
    @ParameterizedTest(name = "{0} since T after {1}, recency {2}; night of T + {3}: {4}, recency {5}; becomes {6}")
    @CsvSource({
        // nothing new, and nothing to hold
        "B, A, 3, 1, B, 3, B since T after A",
        "B,  , 3, 1, A, 3, A since T+1 after B",
        "B, A, 3, 1, C, 3, C since T+1 after B",
        // back to A: held for seven days
        "B, A, 3, 1, A, 3, B since T after A",
        "B, A, 3, 7, A, 3, B since T after A",
        "B, A, 3, 8, A, 3, A since T+8 after B",
        "B, A, 3, 60, A, 3, A since T+60 after B",
        // unless the recency score rose by two or more
        "B, A, 3, 1, A, 4, B since T after A",
        "B, A, 3, 1, A, 5, A since T+1 after B",
        "B, A, 1, 1, A, 3, A since T+1 after B",
        "B, A, 1, 1, A, 5, A since T+1 after B",
        "B, A, 5, 1, A, 1, B since T after A",
        // a segment that no rule names any more is left at once
        "GONE, A, 3, 1, A, 3, A since T+1 after GONE",
        "GONE, A, 3, 1, C, 3, C since T+1 after GONE",
        // whoever buys first, or whose purchases are deleted, moves at once
        "NO_PURCHASE, A, , 1, A, 3, A since T+1 after NO_PURCHASE",
        "NO_PURCHASE, A, , 1, NO_PURCHASE, , NO_PURCHASE since T after A",
        "B, NO_PURCHASE, 3, 1, NO_PURCHASE, , NO_PURCHASE since T+1 after B"
    })
    void decidesByTheNightBeforeAndTonightAlone(
            String segment,
            String previous,
            Integer recencyBefore,
            int days,
            String next,
            Integer recency,
            String then) {
        PreviousSegment before = new PreviousSegment(new SegmentState(segment, previous, T), recencyBefore);
        SegmentState tonight = SegmentState.first(next, T.plusDays(days));
        assertThat(text(new SegmentHysteresis(7, NAMED).after(before, tonight, recency)))
                .isEqualTo(then);
    }

    @Test
    void whoWasNotThereBeforeIsThereSinceTonight() {
        SegmentState tonight = SegmentState.first("A", T);
        assertThat(new SegmentHysteresis(7, NAMED).after(null, tonight, 3)).isEqualTo(tonight);
    }

    @Test
    void zeroDaysHoldNothingAndFewerThanNoneAreRefused() {
        PreviousSegment before = new PreviousSegment(new SegmentState("B", "A", T), 3);
        SegmentState tonight = SegmentState.first("A", T.plusDays(1));
        assertThat(text(new SegmentHysteresis(0, NAMED).after(before, tonight, 3)))
                .isEqualTo("A since T+1 after B");
        assertThat(text(new SegmentHysteresis(1, NAMED).after(before, tonight, 3)))
                .isEqualTo("B since T after A");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentHysteresis(-1, NAMED))
                .withMessage("a segment must be held for 0 days or more; was -1");
    }

    @Test
    void nobodyReturnsToSegmentWithinWeekUnlessReturning() {
        SplittableRandom random = new SplittableRandom(5);
        int held = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            SegmentHysteresis hold = new SegmentHysteresis(7, NAMED);
            List<SegmentState> states = new ArrayList<>();
            PreviousSegment before = null;
            LocalDate date = T;
            for (int night = 0; night < 40; night++) {
                date = date.plusDays(1 + random.nextInt(5) / 4);
                String segment = List.of("A", "B", "C").get(random.nextInt(2 + random.nextInt(2)));
                int recency =
                        before == null ? 3 : Math.min(5, Math.max(1, before.recencyScore() + random.nextInt(4) - 1));
                SegmentState state = hold.after(before, SegmentState.first(segment, date), recency);
                boolean cameBack = before != null && recency - before.recencyScore() >= 2;
                held += state.segment().equals(segment) ? 0 : 1;
                requireNoFlapping(states, state, cameBack);
                if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                    states.add(state);
                }
                before = new PreviousSegment(state, recency);
            }
        }
        assertThat(held).isGreaterThan(1_000);
    }

    private static void requireNoFlapping(List<SegmentState> states, SegmentState next, boolean cameBack) {
        if (states.isEmpty() || states.get(states.size() - 1).equals(next)) {
            return;
        }
        SegmentState left = states.get(states.size() - 1);
        assertThat(next.previousSegment()).isEqualTo(left.segment());
        if (next.segment().equals(left.previousSegment()) && !cameBack) {
            assertThat(next.since()).isAfter(left.since().plusDays(7));
        }
    }

    private static String text(SegmentState state) {
        long days = state.since().toEpochDay() - T.toEpochDay();
        return state.segment() + " since T" + (days == 0 ? "" : "+" + days)
                + (state.previousSegment() == null ? "" : " after " + state.previousSegment());
    }
}
