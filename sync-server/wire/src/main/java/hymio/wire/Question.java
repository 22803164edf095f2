package hymio.wire;

import java.util.List;

/**
 * One question. Its {@link #key()} names a series of figures: a reworded question gets a new version.
 *
 * @param id name of the question through its versions
 * @param version 1, 2, 3 …
 * @param text the question
 * @param faces word under each face, best first: four or five of them
 */
public record Question(String id, int version, Texts text, List<Texts> faces) {
    public Question {
        Check.id("id", id);
        Check.range("version", version, 1, 999_999);
        faces = List.copyOf(faces);
        Check.range("faces (count)", faces.size(), 4, 5);
    }

    public String key() {
        return id + "@" + version;
    }
}
