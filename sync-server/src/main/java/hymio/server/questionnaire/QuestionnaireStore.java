package hymio.server.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import hymio.server.location.LocationStore;
import hymio.server.tally.Scale;
import hymio.wire.Publication;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.WireCodec;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Published questionnaires: what is published never changes, and the newest of the nearest location counts. */
public final class QuestionnaireStore {
    private final Db db;
    private final LocationStore locations;
    private final WireCodec codec;
    private final InstantSource clock;
    private final String builtIn;

    public QuestionnaireStore(Db db, LocationStore locations, WireCodec codec, InstantSource clock) {
        this.db = db;
        this.locations = locations;
        this.codec = codec;
        this.clock = clock;
        builtIn = json(Questionnaire.BUILT_IN);
    }

    /** What came of {@link #publish}. */
    public sealed interface Outcome {
        record Published() implements Outcome {}

        record NoLocation() implements Outcome {}

        /** @param key the questionnaire or question that stands already with other content */
        record Other(String key) implements Outcome {}
    }

    /** Lets the built-in questionnaire's questions be known before the first response to them. */
    public void rememberBuiltIn() {
        db.change(handle -> remember(handle, Questionnaire.BUILT_IN));
    }

    public Outcome publish(Publication publication, Author by) {
        return db.write(handle -> {
            Optional<LocationStore.Location> location = locations.find(handle, publication.location());
            if (location.isEmpty()) {
                return new Outcome.NoLocation();
            }
            Optional<String> other = firstOther(handle, publication.questionnaire());
            if (other.isPresent()) {
                return new Outcome.Other(other.get());
            }
            long questionnaire = remember(handle, publication.questionnaire());
            AuditLog.note(
                    handle,
                    by,
                    new Change(
                            What.QUESTIONNAIRE_PUBLISH,
                            publication.questionnaire().key(),
                            publication.location(),
                            inUse(handle, location.get().num()).key(),
                            publication.questionnaire().key()));
            handle.execute(
                    "insert into publication (location, questionnaire, since) values (?, ?, ?)",
                    location.get().num(),
                    questionnaire,
                    clock.millis());
            return new Outcome.Published();
        });
    }

    /** What a location asks now. */
    public Questionnaire inUse(Handle handle, long location) {
        return codec.read(contentInUse(handle, location).getBytes(UTF_8), Questionnaire.class);
    }

    /** As {@link #inUse}, as the JSON it was published with. */
    String contentInUse(Handle handle, long location) {
        return handle.createQuery("with recursive up (num, parent, steps) as ("
                        + " select num, parent, 0 from location where num = ?"
                        + " union all select l.num, l.parent, steps + 1 from up join location l on l.num = up.parent)"
                        + " select q.content from up join publication p on p.location = up.num"
                        + " join questionnaire q on q.num = p.questionnaire order by up.steps, p.num desc limit 1")
                .bind(0, location)
                .mapTo(String.class)
                .findOne()
                .orElse(builtIn);
    }

    private Optional<String> firstOther(Handle handle, Questionnaire questionnaire) {
        if (standsOtherwise(handle, "questionnaire", questionnaire.key(), json(questionnaire))) {
            return Optional.of(questionnaire.key());
        }
        return questionnaire.questions().stream()
                .filter(question -> standsOtherwise(handle, "question", question.key(), json(question)))
                .map(Question::key)
                .findFirst();
    }

    private static boolean standsOtherwise(Handle handle, String table, String key, String content) {
        return handle.createQuery("select content from " + table + " where key = ? and content is not null")
                .bind(0, key)
                .mapTo(String.class)
                .findOne()
                .filter(standing -> !standing.equals(content))
                .isPresent();
    }

    private long remember(Handle handle, Questionnaire questionnaire) {
        handle.execute(
                "insert into questionnaire (key, content, published) values (?, ?, ?) on conflict (key) do nothing",
                questionnaire.key(),
                json(questionnaire),
                clock.millis());
        questionnaire.questions().forEach(question -> rememberQuestion(handle, question));
        return handle.createQuery("select num from questionnaire where key = ?")
                .bind(0, questionnaire.key())
                .mapTo(Long.class)
                .one();
    }

    /** A key may have come with responses before; only now its kind and options are known. */
    private void rememberQuestion(Handle handle, Question question) {
        Scale scale = Scale.of(question);
        handle.execute(
                "insert into question (key, kind, options, content) values (?, ?, ?, ?)"
                        + " on conflict (key) do update set kind = excluded.kind, options = excluded.options,"
                        + " content = excluded.content where question.content is null",
                question.key(),
                scale.word(),
                scale.options(),
                json(question));
    }

    private String json(Object message) {
        return new String(codec.write(message), UTF_8);
    }
}
