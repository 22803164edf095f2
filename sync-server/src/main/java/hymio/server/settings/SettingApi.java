package hymio.server.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.access.Permit;
import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.server.location.LocationStore;
import hymio.wire.Behaviour;
import hymio.wire.Look;
import hymio.wire.PinRequest;
import hymio.wire.Setting;
import hymio.wire.WireCodec;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/locations/{id}/settings/{setting}}. The PIN's hash is told to terminals only. */
public final class SettingApi {
    private static final Logger LOG = LoggerFactory.getLogger(SettingApi.class);

    private final SettingStore settings;
    private final LocationStore locations;
    private final WireCodec codec;
    private final Json json;
    private final PinHash pinHash;

    /** @param random cryptographically strong */
    public SettingApi(
            SettingStore settings, LocationStore locations, WireCodec codec, Json json, RandomGenerator random) {
        this.settings = settings;
        this.locations = locations;
        this.codec = codec;
        this.json = json;
        pinHash = new PinHash(random);
    }

    public void show(Context ctx) {
        SettingKind kind = kind(ctx);
        LocationStore.Location location = locations.find(id(ctx)).orElseThrow(() -> noLocation(ctx));
        Optional<SettingStore.Found> found = settings.find(location.num(), kind);
        json.answer(ctx, 200, setting(kind, found));
    }

    public void set(Context ctx) throws IOException {
        SettingKind kind = kind(ctx);
        Object value = switch (kind) {
            case LOOK -> json.read(ctx, Look.class);
            case BEHAVIOUR -> json.read(ctx, Behaviour.class);
            case STAFF_PIN -> pinHash.of(json.read(ctx, PinRequest.class).pin());
        };
        changed(ctx, kind, settings.set(id(ctx), kind, value, Permit.of(ctx).by()));
    }

    public void remove(Context ctx) {
        SettingKind kind = kind(ctx);
        changed(ctx, kind, settings.remove(id(ctx), kind, Permit.of(ctx).by()));
    }

    private static void changed(Context ctx, SettingKind kind, boolean done) {
        if (!done) {
            throw noLocation(ctx);
        }
        LOG.info("The {} of {} was changed; its terminals take it up when they next sync.", kind.word(), id(ctx));
        ctx.status(204);
    }

    private Setting setting(SettingKind kind, Optional<SettingStore.Found> found) {
        return new Setting(
                found.isPresent(),
                found.map(SettingStore.Found::from),
                found.filter(unused -> kind == SettingKind.LOOK).map(it -> read(it, Look.class)),
                found.filter(unused -> kind == SettingKind.BEHAVIOUR).map(it -> read(it, Behaviour.class)));
    }

    private <T> T read(SettingStore.Found found, Class<T> type) {
        return codec.read(found.text().getBytes(UTF_8), type);
    }

    private static SettingKind kind(Context ctx) {
        String word = ctx.pathParam("setting");
        return SettingKind.of(word)
                .orElseThrow(() -> new ProblemException(
                        ProblemWord.NOT_FOUND,
                        "There is no setting " + word + ". The settings are look, behaviour and staff-pin."));
    }

    private static String id(Context ctx) {
        return ctx.pathParam("id");
    }

    private static ProblemException noLocation(Context ctx) {
        return ProblemException.noLocation(id(ctx));
    }
}
