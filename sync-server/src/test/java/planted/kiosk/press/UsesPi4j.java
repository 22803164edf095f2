package planted.kiosk.press;

/** A breach of {@code pi4jInItsOwnClasses}, kept to show that the rule bites. */
final class UsesPi4j {
    com.pi4j.context.Context context;
}
