package planted.kiosk.sync;

/** A breach of {@code syncTouchesNoPress and okHttpInOneClass}, kept to show that the rule bites. */
final class WaitsForAPress {
    planted.kiosk.press.Press press;

    okhttp3.OkHttpClient client = new okhttp3.OkHttpClient();
}
