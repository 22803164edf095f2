package planted.server.tally;

/** A breach of {@code jacksonInOneClass}, kept to show that the rule bites. */
final class ReadsJson {
    tools.jackson.databind.json.JsonMapper mapper = new tools.jackson.databind.json.JsonMapper();
}
