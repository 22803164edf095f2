package hymio.kiosk.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * One line an event on standard error; journald adds time and unit. Code instead of {@code logback.xml}: reading XML
 * costs a start about 60 ms of CPU. Logback finds this class by {@code META-INF/services}.
 */
public final class LogLines extends ContextAwareBase implements Configurator {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0}: %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> lines = new ConsoleAppender<>();
        lines.setContext(log);
        lines.setName("stderr");
        lines.setTarget("System.err");
        lines.setEncoder(encoder);
        lines.start();
        log.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
        log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        log.getLogger("com.pi4j").setLevel(Level.WARN);
        // Pi4J's board detection reports errors on every machine that is no Raspberry Pi.
        log.getLogger("com.pi4j.boardinfo").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
