package org.tsflink.runtime.function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logs of functions: {@code org.tsflink.functions.<name>}. */
public final class FunctionLogs {
    private static final String PREFIX = "org.tsflink.functions";

    private FunctionLogs() {}

    /** The log of a function; that of all functions, if the name is empty. */
    public static Logger of(String function) {
        return LoggerFactory.getLogger(function.isEmpty() ? PREFIX : PREFIX + "." + function);
    }

    public static void write(String level, String function, String text) {
        Logger logger = of(function);
        switch (level) {
            case "TRACE" -> logger.trace(text);
            case "DEBUG" -> logger.debug(text);
            case "WARN" -> logger.warn(text);
            case "ERROR" -> logger.error(text);
            default -> logger.info(text);
        }
    }
}
