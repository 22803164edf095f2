package hymio.kiosk.press;

import hymio.kiosk.press.Press.Source;
import hymio.wire.PressTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what edges mean. A button votes when it is let go, unless it was held; a press has the time of its leading
 * edge. Each button is decided by itself, so several hands, or a jammed button, do not disturb each other. Pure: time
 * comes with the edges and with {@link #tick}. Not thread-safe.
 */
public final class HoldRule {
    private final HoldSettings settings;
    private final RepeatGuard guard;
    private final Map<Integer, Contact> contacts = new TreeMap<>();

    public HoldRule(HoldSettings settings) {
        this.settings = settings;
        guard = new RepeatGuard(settings.repeatGuardMillis());
    }

    /** A button that goes down again while it is down is the auto-repeat of a keyboard and means nothing. */
    public List<ButtonEvent> edge(ButtonEdge edge) {
        Contact contact = contact(edge.button());
        return edge.down() ? down(contact, edge) : up(contact, edge);
    }

    /** See {@link EdgeListener#alreadyDown}. */
    public void alreadyDown(int button, PressTime time) {
        Contact contact = contact(button);
        if (contact.down == null) {
            contact.begin(new ButtonEdge(button, true, time, Source.GPIO), true);
            contact.foundDown = true;
        }
    }

    /** Time has passed. Needed at {@link #dueMillis}; at other times it does no harm. */
    public List<ButtonEvent> tick(long uptimeMillis) {
        List<ButtonEvent> events = new ArrayList<>();
        for (Contact contact : contacts.values()) {
            if (contact.down != null) {
                tick(contact, contact.down, uptimeMillis, events);
            }
        }
        return events;
    }

    /** Uptime in milliseconds when the next tick is needed; empty when only an edge can change anything. */
    public OptionalLong dueMillis() {
        return contacts.values().stream().flatMapToLong(this::due).min();
    }

    /** The GPIO chip is gone: what was down on it comes to nothing. */
    public List<ButtonEvent> lost() {
        List<ButtonEvent> events = new ArrayList<>();
        contacts.forEach((button, contact) -> {
            if (contact.down != null && contact.down.source() == Source.GPIO) {
                if (!contact.decided) {
                    events.add(new ButtonEvent.Cancelled(button));
                }
                contact.end();
            }
        });
        return events;
    }

    /** Words for the heartbeat: {@code button-stuck}, {@code button-ghost}. */
    public List<String> problems(long uptimeMillis) {
        List<String> words = new ArrayList<>();
        if (contacts.values().stream().anyMatch(contact -> contact.stuck)) {
            words.add("button-stuck");
        }
        if (contacts.values().stream().anyMatch(contact -> contact.ghosts.reports(uptimeMillis))) {
            words.add("button-ghost");
        }
        return words;
    }

    /** Every button that has been heard of, by number. */
    public List<ButtonCheck> check() {
        List<ButtonCheck> checks = new ArrayList<>();
        contacts.forEach((button, it) ->
                checks.add(new ButtonCheck(button, it.down != null, it.pushes, it.ghosts.count(), it.stuck)));
        return checks;
    }

    private Contact contact(int button) {
        return contacts.computeIfAbsent(button, unused -> new Contact());
    }

    private List<ButtonEvent> down(Contact contact, ButtonEdge edge) {
        if (contact.down != null && !contact.foundDown) {
            return List.of();
        }
        contact.begin(edge, !settings.holds());
        ButtonEvent shown = new ButtonEvent.Down(edge.button(), edge.time());
        return settings.holds() ? List.of(shown) : List.of(shown, vote(edge));
    }

    private List<ButtonEvent> up(Contact contact, ButtonEdge edge) {
        ButtonEdge down = contact.down;
        if (down == null || down.source() != edge.source()) {
            return List.of();
        }
        boolean found = contact.foundDown;
        boolean decided = contact.decided;
        contact.end();
        if (found) {
            return List.of();
        }
        long lasted = edge.time().uptimeMillis() - down.time().uptimeMillis();
        boolean ghost = edge.source() == Source.GPIO && lasted < settings.ghostMillis();
        if (ghost) {
            contact.ghosts.ghost(edge.time().uptimeMillis());
        } else {
            contact.pushes++;
        }
        return decided ? List.of() : List.of(decide(down, ghost, lasted));
    }

    private ButtonEvent decide(ButtonEdge down, boolean ghost, long lasted) {
        if (ghost) {
            return new ButtonEvent.Cancelled(down.button());
        }
        return lasted >= settings.longPressMillis() ? new ButtonEvent.Held(press(down)) : vote(down);
    }

    private ButtonEvent vote(ButtonEdge down) {
        Press press = press(down);
        return guard.passes(press) ? new ButtonEvent.Pressed(press) : new ButtonEvent.Cancelled(down.button());
    }

    private void tick(Contact contact, ButtonEdge down, long uptimeMillis, List<ButtonEvent> events) {
        long lasted = uptimeMillis - down.time().uptimeMillis();
        if (!contact.decided && lasted >= settings.longPressMillis()) {
            contact.decided = true;
            events.add(new ButtonEvent.Held(press(down)));
        }
        contact.stuck = lasted >= settings.stuckMillis();
    }

    private LongStream due(Contact contact) {
        if (contact.down == null || contact.stuck) {
            return LongStream.empty();
        }
        long since = contact.down.time().uptimeMillis();
        return LongStream.of(since + (contact.decided ? settings.stuckMillis() : settings.longPressMillis()));
    }

    private static Press press(ButtonEdge down) {
        return new Press(down.button(), down.time(), down.source());
    }

    /** What is known of one button. */
    private static final class Contact {
        private final GhostWatch ghosts = new GhostWatch();
        private long pushes;
        /** The edge with which it went down; null while it is up. */
        private @Nullable ButtonEdge down;

        private boolean foundDown;
        private boolean decided;
        private boolean stuck;

        void begin(ButtonEdge edge, boolean asDecided) {
            end();
            down = edge;
            decided = asDecided;
        }

        void end() {
            down = null;
            foundDown = false;
            stuck = false;
        }
    }
}
