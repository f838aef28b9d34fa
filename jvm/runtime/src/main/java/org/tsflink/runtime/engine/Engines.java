package org.tsflink.runtime.engine;

import org.apache.flink.util.FlinkRuntimeException;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The engines of this JVM. What they load natively and the threads they start stay for good with
 * the class loader that did so (40 MB for V8), so jobs that bring this runtime along in their user
 * class loaders must not each load them: they share one class loader for each kind of engine, for
 * the jars of a job are those of its own kind. They find it through the system properties, and
 * reach it by reflection.
 */
public final class Engines {
    private static final String KEY = "org.tsflink.engine.1.";
    private static final String LOADER = KEY + "LOADER.";
    private static final Map<EngineKind, FunctionEngine> ENGINES = new EnumMap<>(EngineKind.class);

    private Engines() {}

    /** The engine of a kind. */
    public static FunctionEngine of(EngineKind kind) {
        synchronized (ENGINES) {
            return ENGINES.computeIfAbsent(kind, Engines::find);
        }
    }

    private static FunctionEngine find(EngineKind kind) {
        ClassLoader own = Engines.class.getClassLoader();
        ClassLoader flink = FlinkRuntimeException.class.getClassLoader();
        if (own == flink) {
            return (FunctionEngine) create(kind, own);
        }
        Properties properties = System.getProperties();
        synchronized (properties) {
            ClassLoader loader =
                    (ClassLoader)
                            properties.computeIfAbsent(LOADER + kind.name(), key -> loader(flink));
            Object shared =
                    properties.computeIfAbsent(KEY + kind.name(), key -> create(kind, loader));
            return Bridge.to(FunctionEngine.class, shared);
        }
    }

    private static Object create(EngineKind kind, ClassLoader loader) {
        try {
            return loader.loadClass(kind.implementation).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new FlinkRuntimeException(
                    "The engine " + kind.implementation + " could not be loaded", e);
        } catch (LinkageError e) {
            throw new FlinkRuntimeException(
                    "The engine "
                            + kind.name().toLowerCase(Locale.ROOT)
                            + " lacks a library: put the jars of lib/worker beside tsflink-runtime",
                    e);
        }
    }

    // All jars of the job, for its engine and the native libraries of that are among them. What is
    // needed of them is opened at once: the files may go with the job.
    private static ClassLoader loader(ClassLoader flink) {
        if (!(Engines.class.getClassLoader() instanceof URLClassLoader job)) {
            throw new FlinkRuntimeException(
                    "tsflink-runtime was loaded by "
                            + Engines.class.getClassLoader()
                            + "; put it into Flink's lib directory, or ship it by pipeline.jars");
        }
        URL[] jars = job.getURLs();
        try {
            return EngineClassLoader.create(jars, flink);
        } catch (ReflectiveOperationException e) {
            throw new FlinkRuntimeException("The class loader of engines could not be made", e);
        }
    }
}
