package org.tsflink.runtime.v8;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads V8 and this package itself, and all else (Flink, slf4j) from its parent. */
final class EngineClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    EngineClassLoader(URL[] jars, ClassLoader flink) {
        super("tsflink-v8", jars, flink);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("com.caoccao.")
                && !name.startsWith(V8Engine.class.getPackageName() + ".")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }
}
