package no.barometer.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import no.barometer.configuration.Configuration;
import org.slf4j.LoggerFactory;

/** What goes to standard error, as the configuration says. */
final class Logging {
    private Logging() {}

    static void apply(Configuration.Log log) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(log.level(), Level.WARN));
        if (!log.format().equals("json")) {
            return;
        }
        LoggerContext context = root.getLoggerContext();
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithSequenceNumber(false);
        encoder.start();
        ConsoleAppender<ILoggingEvent> lines = new ConsoleAppender<>();
        lines.setContext(context);
        lines.setName("json");
        lines.setTarget("System.err");
        lines.setEncoder(encoder);
        lines.start();
        root.detachAppender("stderr");
        root.addAppender(lines);
    }
}
