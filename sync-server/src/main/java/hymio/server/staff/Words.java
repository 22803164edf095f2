package hymio.server.staff;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalDouble;
import java.util.ResourceBundle;

/** Texts, numbers and dates as one language writes them. */
public record Words(Language language) {
    static final String BUNDLE = "hymio.server.staff.messages";

    private static final long COMPACT_FROM = 100_000;
    private static final int JUST_NOW_MINUTES = 2;

    /** The text of a key; {@code {0}} and choices are filled in by {@link MessageFormat}. */
    public String t(String key, Object... values) {
        return new MessageFormat(pattern(key), language.locale()).format(values);
    }

    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** Short from a hundred thousand on, such as {@code 1,2 milj.}; for the axis of a chart. */
    public String shortNumber(long number) {
        if (number < COMPACT_FROM) {
            return number(number);
        }
        NumberFormat compact = NumberFormat.getCompactNumberInstance(language.locale(), NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(1);
        return compact.format(number);
    }

    /** One decimal; a dash when there is none. */
    public String index(OptionalDouble index) {
        if (index.isEmpty()) {
            return t("none");
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(index.getAsDouble());
    }

    /** @param share 0 to 1 */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(language.locale()).format(share);
    }

    /** @param pattern key of a date pattern in the bundle, such as {@code date} */
    public String date(String pattern, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(pattern(pattern), language.locale()).format(date);
    }

    /** When something happened, in words that stay true for a while: {@code tänään klo 14.32}. */
    public String when(Instant then, Instant now, ZoneId zone) {
        long minutes = Duration.between(then, now).toMinutes();
        if (minutes < JUST_NOW_MINUTES) {
            return t("when.now");
        }
        if (minutes < 60) {
            return t("when.minutes", minutes);
        }
        ZonedDateTime local = then.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        String time = date("time", local);
        if (local.toLocalDate().equals(today)) {
            return t("when.today", time);
        }
        return local.toLocalDate().equals(today.minusDays(1)) ? t("when.yesterday", time) : date("date", local);
    }

    private String pattern(String key) {
        return bundle().getString(key);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, language.locale());
    }
}
