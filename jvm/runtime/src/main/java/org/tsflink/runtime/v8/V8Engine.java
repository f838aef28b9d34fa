package org.tsflink.runtime.v8;

import org.apache.flink.util.FlinkRuntimeException;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Properties;

/**
 * V8 in this JVM. Its native library stays for good with the class loader that loaded it (40 MB and
 * some threads), so jobs that bring this runtime along in their user class loaders must not each
 * load it: they share one class loader that holds V8 and this package, found through the system
 * properties, and reach it by reflection.
 */
public final class V8Engine {
    private static final String KEY = "org.tsflink.v8.engine.1";
    private static final IsolatePool POOL = find();

    private V8Engine() {}

    public static IsolatePool pool() {
        return POOL;
    }

    private static IsolatePool find() {
        ClassLoader flink = FlinkRuntimeException.class.getClassLoader();
        if (V8Engine.class.getClassLoader() == flink) {
            return new Isolates();
        }
        Properties properties = System.getProperties();
        synchronized (properties) {
            Object shared = properties.get(KEY);
            if (shared == null) {
                shared = create(flink);
                properties.put(KEY, shared);
            }
            return Bridge.to(IsolatePool.class, shared);
        }
    }

    private static Object create(ClassLoader flink) {
        try {
            return EngineClassLoader.create(jars(), flink)
                    .loadClass(Isolates.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new FlinkRuntimeException("V8 could not be loaded", e);
        }
    }

    // All jars of the job, for V8 and its native library are among them. What is needed of them is
    // opened at once: the files may go with the job.
    private static URL[] jars() {
        if (V8Engine.class.getClassLoader() instanceof URLClassLoader job) {
            return job.getURLs();
        }
        throw new FlinkRuntimeException(
                "tsflink-runtime was loaded by "
                        + V8Engine.class.getClassLoader()
                        + "; put it into Flink's lib directory, or ship it by pipeline.jars");
    }
}
