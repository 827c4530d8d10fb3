package dev.kycport.host.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The log level of the process. */
final class Verbosity {

    private boolean high;

    boolean isHigh() {
        return high;
    }

    void raise() {
        high = true;
        if (LoggerFactory.getLogger("dev.kycport") instanceof Logger logger) {
            logger.setLevel(Level.DEBUG);
        }
    }
}
