package org.tsflink.runtime.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;

/** Makes the class loader that holds the engines for all jobs. */
final class EngineClassLoader {
    private EngineClassLoader() {}

    /**
     * A class loader that outlives the job that makes it. It must not keep that job's class loader
     * alive: neither by its class, which is the JDK's, nor by the protection domains of all that is
     * on the stack when it is made, which a class loader remembers. So the JDK makes it, on a
     * thread of the JDK.
     */
    static ClassLoader create(URL[] jars, ClassLoader flink) throws ReflectiveOperationException {
        MethodType signature = MethodType.methodType(void.class, URL[].class, ClassLoader.class);
        MethodHandle constructor =
                MethodHandles.publicLookup().findConstructor(URLClassLoader.class, signature);
        Callable<?> creation =
                MethodHandleProxies.asInterfaceInstance(
                        Callable.class,
                        MethodHandles.insertArguments(constructor, 0, jars, flink)
                                .asType(MethodType.methodType(Object.class)));
        ForkJoinPool thread = new ForkJoinPool(1);
        try {
            return (ClassLoader) thread.submit(creation).join();
        } finally {
            thread.shutdown();
        }
    }
}
