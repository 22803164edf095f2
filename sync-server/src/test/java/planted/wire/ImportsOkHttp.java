package planted.wire;

/** A breach of {@code wireImportsNothing}, kept to show that the rule bites. */
final class ImportsOkHttp {
    okhttp3.HttpUrl url = okhttp3.HttpUrl.get("http://localhost/");
}
