/** Published questionnaires and which branch uses which; the config of a terminal. */
@NullMarked
package hymio.server.questionnaire;

import org.jspecify.annotations.NullMarked;
