package no.barometer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import no.barometer.configuration.Configuration;
import org.slf4j.LoggerFactory;

/** What goes to standard error: by the environment until the configuration is read. Set up without XML, which takes time. */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String PATTERN = "%d{HH:mm:ss} %-5level %logger{0}: %msg %kvp%n";
    private static final String APPENDER = "stderr";

    /** Logback makes one, as {@code META-INF/services} says. */
    public Logging() {}

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setPattern(PATTERN);
        Logger root = logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level(System.getenv().getOrDefault("BAROMETER_LOG_LEVEL", "")));
        replace(root, text);
        // what ails a file is told as its faults
        logback.getLogger("org.apache.poi").setLevel(Level.OFF);
        // what ails a step is told when the run ends, in words, and with its stack where it is a bug
        logback.getLogger("org.springframework.batch.core.step").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void apply(Configuration.Log log) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level(log.level()));
        if (!log.format().equals("json")) {
            return;
        }
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        replace(root, encoder);
    }

    private static Level level(String name) {
        return Level.toLevel(name, Level.WARN);
    }

    private static void replace(Logger root, Encoder<ILoggingEvent> encoder) {
        encoder.setContext(root.getLoggerContext());
        encoder.start();
        ConsoleAppender<ILoggingEvent> lines = new ConsoleAppender<>();
        lines.setContext(root.getLoggerContext());
        lines.setName(APPENDER);
        lines.setTarget("System.err");
        lines.setEncoder(encoder);
        lines.start();
        root.detachAppender(APPENDER);
        root.addAppender(lines);
    }
}
