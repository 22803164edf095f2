/** The command line for administrators' scripts: locations, enrolment codes, terminals, questionnaires, settings. */
@NullMarked
package hymio.provisioning;

import org.jspecify.annotations.NullMarked;
