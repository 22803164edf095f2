package planted.kiosk.health;

/** A breach of {@code onlySoundStartsPrograms}, kept to show that the rule bites. */
final class StartsAProgram {
    void start() throws java.io.IOException {
        Runtime.getRuntime().exec(new String[] {"true"});
    }
}
