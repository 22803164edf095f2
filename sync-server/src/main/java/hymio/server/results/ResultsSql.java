package hymio.server.results;

import hymio.server.results.ResultsQuery.By;
import hymio.server.results.ResultsQuery.Grain;

/**
 * The queries over the tallies. A question that no questionnaire has named yet counts as one of faces, as the first
 * question of every questionnaire is. Parameters: {@code :top} location, {@code :from} and {@code :to} local days or
 * hours.
 */
final class ResultsSql {
    /** The branch below a location, itself included; paths sort each location after its parent. */
    private static final String BRANCH = "with recursive branch (num, id, path) as ("
            + " select num, id, id from location where num = :top"
            + " union all select l.num, l.id, b.path || ' ' || l.id from branch b join location l on l.parent = b.num)";

    /** Each location of the branch with everything below it. */
    private static final String PAIRS = BRANCH + ", pair (num, id, path, part) as ("
            + " select num, id, path, num from branch"
            + " union all select p.num, p.id, p.path, l.num from pair p join location l on l.parent = p.part)";

    static final String LOCATIONS = BRANCH + " select num, id from branch order by path";

    static final String TERMINALS = BRANCH + ", stood (location, terminal) as ("
            + " select a.location, a.terminal from (select a.*, lead(since) over (partition by terminal order by since)"
            + "  as until from assignment a) a"
            + " join terminal t on t.num = a.terminal"
            + " where a.since < :end and coalesce(a.until, :end) > :start and coalesce(t.revoked, :end) > :start"
            + " union select a.location, a.terminal from branch b"
            + " cross join tally_arrival a where a.location = b.num and a.day between :from and :to)"
            + " select b.num, b.id, t.id from branch b join stood s on s.location = b.num"
            + " join terminal t on t.num = s.terminal order by b.path, t.id";

    /** Completeness by location and terminal; {@code :firstHour} and {@code :lastHour} bound the same days. */
    static final String ARRIVED = BRANCH + " select s.location, t.id, sum(s.received), sum(s.missing),"
            + " sum(s.conflicting), sum(s.estimated) from (select a.location, a.terminal, a.received, a.missing,"
            + " a.conflicting, 0 as estimated from branch b"
            + " cross join tally_arrival a where a.location = b.num and a.day between :from and :to"
            + " union all select e.location, e.terminal, 0, 0, 0, e.n from branch b cross join tally_estimated e"
            + " where e.location = b.num and e.hour between :firstHour and :lastHour) s"
            + " join terminal t on t.num = s.terminal group by s.location, t.num";

    static final String ABOVE = "select num, parent from location where parent is not null";

    /** Presses with an estimated time, by local hour. */
    static final String ESTIMATED = BRANCH + " select e.hour, sum(e.n) from branch b cross join tally_estimated e"
            + " where e.location = b.num and e.hour between :firstHour and :lastHour group by e.hour";

    /**
     * Counts by series, period, question and option, in the order of the rows. {@code cross join} keeps SQLite at
     * branch, then question, then the stretch of the tally's key that the period covers.
     */
    static String counts(Grain grain, By by) {
        String table = grain == Grain.HOUR ? "tally_hour" : "tally_day";
        String column = grain == Grain.HOUR ? "t.hour" : "t.day";
        String period = grain == Grain.TOTAL ? "0" : column;
        // Where questions are added up, only faces may be: other answers are no opinion of good or bad.
        String asked = by == By.QUESTION ? "" : " and coalesce(q.kind, 'faces') = 'faces'";
        String joined = " cross join question q cross join " + table + " t";
        String counted = " where t.question = q.num" + asked + " and " + column + " between :from and :to";
        String sums = " as location_id, " + period
                + " as period, q.key as question, q.kind, q.options, t.option, sum(t.n) as n from ";
        return switch (by) {
            case BRANCH ->
                BRANCH + " select :top as location, (select id from location where num = :top)" + sums + "branch b"
                        + joined
                        + counted
                        + " and t.location = b.num group by period, q.num, t.option order by period, q.key, t.option";
            case QUESTION ->
                BRANCH + " select :top as location, (select id from location where num = :top)" + sums + "branch b"
                        + joined
                        + counted
                        + " and t.location = b.num group by period, q.num, t.option order by q.key, period, t.option";
            case LOCATION ->
                PAIRS + " select b.num as location, b.id" + sums + "pair b" + joined + counted
                        + " and t.location = b.part group by b.num, b.id, b.path, period, q.num, t.option"
                        + " order by b.path, period, q.key, t.option";
            case TERMINAL ->
                BRANCH + " select b.num as location, m.id as terminal, b.id" + sums + "branch b" + joined
                        + " join terminal m on m.num = t.terminal" + counted
                        + " and t.location = b.num group by b.num, b.id, b.path, m.num, period, q.num, t.option"
                        + " order by b.path, m.id, period, q.key, t.option";
        };
    }

    private ResultsSql() {}
}
