package planted.kiosk.visit;

/** A breach of {@code visitIsPure}, kept to show that the rule bites. */
final class ReadsAFile {
    java.io.File file = new java.io.File("visit");
}
