package org.tsflink.runtime.engine;

import org.tsflink.runtime.function.FunctionOptions;

import java.time.Duration;
import java.util.Locale;

/** The engine that tests run on: {@code -Dtsflink.test.engine}, the embedded one if not given. */
public final class TestEngine {
    public static final EngineKind KIND =
            EngineKind.valueOf(
                    System.getProperty("tsflink.test.engine", "embedded").toUpperCase(Locale.ROOT));

    /** The defaults of all options but the engine. */
    public static final FunctionOptions DEFAULT =
            options(
                    FunctionOptions.DEFAULT.batchSize(),
                    FunctionOptions.DEFAULT.batchBytes(),
                    FunctionOptions.DEFAULT.timeout(),
                    FunctionOptions.DEFAULT.heapLimitBytes());

    private TestEngine() {}

    public static FunctionOptions options(
            int rows, int bytes, Duration timeout, long heapLimitBytes) {
        EngineOptions engine = new EngineOptions(KIND, FunctionOptions.DEFAULT.engine().settings());
        return new FunctionOptions(
                rows, bytes, Duration.ofMillis(5), timeout, heapLimitBytes, engine);
    }

    /** How many places to run functions in live. */
    public static int count() {
        return Engines.of(KIND).count();
    }
}
