package hymio.server.access;

/**
 * Somebody of the staff.
 *
 * @param num small integer in the database
 * @param name as it was typed when the account was made
 */
public record Account(long num, String name) {}
