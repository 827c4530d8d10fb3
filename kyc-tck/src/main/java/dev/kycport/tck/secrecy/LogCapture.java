package dev.kycport.tck.secrecy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged or printed while it is open, by every logger and at every level: what an operator would see who
 * turns everything on. What goes through {@code java.util.logging} is taken at the level it has, since the JDK's own wire log is
 * nobody's choice.
 */
public final class LogCapture implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final Appender<ILoggingEvent> appender = new LogbackAppender();
    private final Handler julHandler = new JulHandler();
    private final PrintCapture printed;

    private LogCapture() {
        printed = PrintCapture.start();
    }

    public static LogCapture start() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new AssertionError(
                    "the kit reads the log through logback: put logback-classic on the test class path");
        }
        LogCapture capture = new LogCapture();
        capture.appender.setContext(context);
        capture.appender.start();
        context.getLoggerList().forEach(capture::listen);
        java.util.logging.Logger.getLogger("").addHandler(capture.julHandler);
        return capture;
    }

    /** What was logged so far: logger, message, arguments, context and exception of one event a line; then what was printed. */
    public List<String> lines() {
        return Stream.concat(lines.stream(), printed.text().lines()).toList();
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
        java.util.logging.Logger.getLogger("").removeHandler(julHandler);
        appender.stop();
        printed.close();
    }

    private void listen(Logger logger) {
        boolean isRoot = Logger.ROOT_LOGGER_NAME.equals(logger.getName());
        Level level = logger.getLevel();
        List<Appender<ILoggingEvent>> others = appenders(logger);
        others.forEach(logger::detachAppender);
        if (isRoot || level != null) {
            logger.setLevel(Level.TRACE);
        }
        if (isRoot || !logger.isAdditive()) {
            logger.addAppender(appender);
        }
        undo.add(() -> {
            logger.detachAppender(appender);
            logger.setLevel(level);
            others.forEach(logger::addAppender);
        });
    }

    private static List<Appender<ILoggingEvent>> appenders(Logger logger) {
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        logger.iteratorForAppenders().forEachRemaining(appenders::add);
        return appenders;
    }

    private final class LogbackAppender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(String.join(
                    " ",
                    event.getLoggerName(),
                    event.getFormattedMessage(),
                    event.getMDCPropertyMap().toString(),
                    Objects.toString(event.getKeyValuePairs()),
                    Objects.toString(event.getMarkerList()),
                    thrown));
        }
    }

    private final class JulHandler extends Handler {
        @Override
        public void publish(LogRecord event) {
            lines.add(event.getLoggerName() + " " + event.getMessage() + " " + Arrays.toString(event.getParameters())
                    + " " + Objects.toString(event.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
