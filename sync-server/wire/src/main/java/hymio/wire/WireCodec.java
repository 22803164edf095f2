package hymio.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The one place that turns records into JSON and back. Thread-safe.
 *
 * <p>Unknown fields are ignored; a missing field, a wrong type, a broken text or a value outside {@link Limits} is a
 * {@link BadWireException} whose message names it.
 */
public final class WireCodec {
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            // The record's own limit is lower, and names the field.
                            .maxStringLength(Limits.BODY_BYTES)
                            .maxNumberLength(30)
                            .maxDocumentLength(Limits.UNPACKED_BYTES)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, WireCodec::onlyTexts)
            .annotationIntrospector(new WireNames())
            .addMixIn(Texts.class, FlatTexts.class)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private static void onlyTexts(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** JSON of any wire record, UTF-8. */
    public byte[] write(Object message) {
        return mapper.writeValueAsBytes(
                switch (message) {
                    case Batch batch -> BatchJson.of(batch);
                    case Bundle bundle -> BundleJson.of(bundle);
                    default -> message;
                });
    }

    /** @throws BadWireException when the bytes are not such a message */
    public <T> T read(byte[] json, Class<T> type) {
        try {
            if (type == Batch.class) {
                return type.cast(read(json, BatchJson.class).batch());
            }
            if (type == Bundle.class) {
                return type.cast(read(json, BundleJson.class).bundle());
            }
            T message = mapper.readValue(json, type);
            if (message == null) {
                throw new BadWireException("The body is null. Send a JSON object.", null);
            }
            return message;
        } catch (BadValueException e) {
            throw new BadWireException(String.valueOf(e.getMessage()), e);
        } catch (JacksonException e) {
            throw new BadWireException(explain(e), e);
        }
    }

    public byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new SmallGzip(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks a gzip body.
     *
     * @throws TooLargeException when it unpacks to more than {@link Limits#UNPACKED_BYTES}
     * @throws BadWireException when it is not gzip, or is cut short
     */
    public byte[] gunzip(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = gzip.readNBytes(Limits.UNPACKED_BYTES + 1);
            if (plain.length > Limits.UNPACKED_BYTES) {
                throw new TooLargeException(
                        "The body unpacks to more than " + Limits.UNPACKED_BYTES + " bytes. Send smaller batches.");
            }
            return plain;
        } catch (IOException e) {
            throw new BadWireException("The body is not gzip, or is cut short (" + e.getMessage() + ").", e);
        }
    }

    private static String explain(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadValueException bad) {
                return path(e, bad.field())
                        + String.valueOf(bad.getMessage()).substring(bad.field().length());
            }
        }
        String where = path(e, "");
        if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
            return where + " must be one of " + words(wrong.getTargetType());
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() == String.class) {
            // What came instead is not repeated: it could be a PIN.
            return "The field " + where + " is missing or no text";
        }
        // What the library would need to accept it is no news to the sender.
        String what = String.valueOf(e.getOriginalMessage()).replaceFirst(" \\(but might if .*", "");
        return where.isEmpty()
                ? "This is not the JSON expected: " + what
                : "The field " + where + " is missing or of the wrong type: " + what;
    }

    private static String words(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(word -> small((Enum<?>) word))
                .collect(Collectors.joining(", "));
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String path(JacksonException e, String last) {
        StringBuilder path = new StringBuilder();
        if (e instanceof DatabindException) {
            for (JacksonException.Reference step : e.getPath()) {
                if (step.getPropertyName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
                }
            }
        }
        String prefix = path.toString();
        if (last.isEmpty() || prefix.equals(last) || prefix.endsWith("." + last)) {
            return prefix;
        }
        return prefix.isEmpty() ? last : prefix + "." + last;
    }

    /** Batches are small and sent over slow links: the best packing costs the terminal under a millisecond. */
    private static final class SmallGzip extends GZIPOutputStream {
        SmallGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** Every field must be there but those of an optional type; words of an enumeration are in small letters. */
    private static final class WireNames extends JacksonAnnotationIntrospector {
        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] enumValues, String[] names) {
            return Arrays.stream(enumValues).map(WireCodec::small).toArray(String[]::new);
        }

        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member.getRawType() != OptionalLong.class && member.getRawType() != Optional.class;
        }
    }

    /** Texts are one flat object: {@code {"fi":…,"sv":…,"en":…}}. */
    private abstract static class FlatTexts {
        @SuppressWarnings("UnusedVariable") // Jackson reads the signature, nobody calls it
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FlatTexts(Map<String, String> byLanguage) {}

        @JsonValue
        abstract Map<String, String> byLanguage();
    }

    /**
     * A batch as it looks in JSON: what repeats is named once. Responses point at a clock by its index, and a number
     * stands only where it is not the previous one plus one, a visit only where it is not the response's own number.
     */
    private record BatchJson(
            UUID journal,
            long last,
            SentJson sent,
            List<ClockJson> clocks,
            List<ResponseJson> responses,
            Heartbeat heartbeat,
            Optional<List<BootTime>> boots) {

        static BatchJson of(Batch batch) {
            Map<ClockJson, Integer> clocks = new LinkedHashMap<>();
            List<ResponseJson> responses = new ArrayList<>(batch.responses().size());
            long previous = 0;
            for (Response r : batch.responses()) {
                int clock = clocks.computeIfAbsent(ClockJson.of(r.time()), unused -> clocks.size());
                responses.add(new ResponseJson(
                        absentIf(r.number(), previous + 1),
                        absentIf(r.visit(), r.number()),
                        r.question(),
                        r.option(),
                        r.time().uptimeMillis(),
                        clock,
                        absentIf(r.extra().takesBack(), 0),
                        absentIf(r.extra().misuse(), 0),
                        Optional.of(r.extra().comment()).filter(it -> !it.isEmpty())));
                previous = r.number();
            }
            return new BatchJson(
                    batch.journal(),
                    batch.last(),
                    SentJson.of(batch.sent()),
                    List.copyOf(clocks.keySet()),
                    responses,
                    batch.heartbeat(),
                    Optional.of(batch.boots()).filter(it -> !it.isEmpty()));
        }

        private static OptionalLong absentIf(long value, long expected) {
            return value == expected ? OptionalLong.empty() : OptionalLong.of(value);
        }

        Batch batch() {
            Check.size("clocks", clocks, Limits.BATCH_CLOCKS);
            Check.size("responses", responses, Limits.BATCH_RESPONSES);
            List<Response> read = new ArrayList<>(responses.size());
            long previous = 0;
            for (int i = 0; i < responses.size(); i++) {
                try {
                    read.add(responses.get(i).response(previous, clocks));
                } catch (BadValueException e) {
                    throw e.within("responses[" + i + "]");
                }
                previous = read.get(i).number();
            }
            return new Batch(journal, last, sent.time(), read, heartbeat, boots.orElse(List.of()));
        }
    }

    private record BundleJson(String terminal, List<BatchJson> batches) {
        static BundleJson of(Bundle bundle) {
            return new BundleJson(
                    bundle.terminal(),
                    bundle.batches().stream().map(BatchJson::of).toList());
        }

        Bundle bundle() {
            Check.size("batches", batches, Limits.BUNDLE_BATCHES);
            return new Bundle(terminal, batches.stream().map(BatchJson::batch).toList());
        }
    }

    private record ClockJson(UUID boot, long offset, boolean trusted) {
        static ClockJson of(PressTime time) {
            return new ClockJson(time.boot(), time.offsetMillis(), time.trusted());
        }
    }

    private record SentJson(UUID boot, long uptime, long offset, boolean trusted) {
        static SentJson of(PressTime time) {
            return new SentJson(time.boot(), time.uptimeMillis(), time.offsetMillis(), time.trusted());
        }

        PressTime time() {
            return new PressTime(boot, uptime, offset, trusted);
        }
    }

    private record ResponseJson(
            OptionalLong number,
            OptionalLong visit,
            String question,
            int option,
            long uptime,
            int clock,
            OptionalLong takesBack,
            OptionalLong misuse,
            Optional<String> comment) {
        Response response(long previous, List<ClockJson> clocks) {
            Check.range("clock", clock, 0, clocks.size() - 1L);
            ClockJson at = clocks.get(clock);
            long own = number.orElse(previous + 1);
            return new Response(
                    own,
                    visit.orElse(own),
                    question,
                    option,
                    new PressTime(at.boot(), uptime, at.offset(), at.trusted()),
                    extra());
        }

        private Response.Extra extra() {
            if (takesBack.isEmpty() && misuse.isEmpty() && comment.isEmpty()) {
                return Response.Extra.NONE;
            }
            Check.range("misuse", misuse.orElse(0), 0, Limits.MISUSE_RULE);
            return new Response.Extra(takesBack.orElse(0), (int) misuse.orElse(0), comment.orElse(""));
        }
    }
}
