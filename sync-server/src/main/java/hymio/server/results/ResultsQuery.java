package hymio.server.results;

import java.time.LocalDate;

/**
 * Which figures.
 *
 * @param location top of the branch
 * @param from first day, in the location's own zone
 * @param to last day, included
 */
public record ResultsQuery(String location, LocalDate from, LocalDate to, Grain grain, By by) {
    /** Length of the periods. Weeks begin on Monday (ISO 8601). */
    public enum Grain {
        TOTAL,
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    /** What has a row of its own. */
    public enum By {
        /** One series for the whole branch. */
        BRANCH,
        /** A series for each location of the branch, each with all below it. */
        LOCATION,
        /** A series for each terminal and the location where it stood. */
        TERMINAL,
        /** A series for each question version. */
        QUESTION
    }
}
