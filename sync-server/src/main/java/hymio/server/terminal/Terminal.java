package hymio.server.terminal;

/**
 * An enrolled device.
 *
 * @param num the small integer that stands for the id in the database
 * @param location number of the location where it stands now
 */
public record Terminal(long num, String id, String name, long location) {}
