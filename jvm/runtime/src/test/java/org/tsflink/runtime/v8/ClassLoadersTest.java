package org.tsflink.runtime.v8;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.BigIntType;
import org.junit.jupiter.api.Test;
import org.tsflink.runtime.calc.SingleCall;
import org.tsflink.runtime.calc.TestFunctions;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jobs that bring the runtime along in their own user class loaders, several in one TaskManager.
 */
class ClassLoadersTest {

    /** A job's task, loaded by the class loader of the job. */
    public static final class Task implements Callable<Object> {
        @Override
        public Object call() {
            try (SingleCall plus1 =
                    new SingleCall(
                            TestFunctions.function("plus1", new BigIntType(), new BigIntType()),
                            new FunctionContext(null),
                            FunctionOptions.DEFAULT)) {
                return plus1.apply(41L);
            }
        }
    }

    @Test
    void jobsOneAfterTheOtherAndAtOnce() throws Exception {
        assertThat(new Task().call()).isEqualTo(42L);
        List<JobClassLoader> jobs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            JobClassLoader job = new JobClassLoader();
            jobs.add(job);
            assertThat(job.run()).isEqualTo(42L);
        }
        for (JobClassLoader job : jobs) {
            assertThat(job.run()).isEqualTo(42L);
            job.close();
        }
        assertThat(new Task().call()).isEqualTo(42L);
    }

    @Test
    void jobsLeaveNothingBehind() throws Exception {
        long before = libraryDirectories();
        List<WeakReference<JobClassLoader>> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try (JobClassLoader job = new JobClassLoader()) {
                assertThat(job.run()).isEqualTo(42L);
                jobs.add(new WeakReference<>(job));
            }
        }
        assertThat(libraryDirectories()).isEqualTo(before);
        // The first may stay: threads of V8 remember who created them.
        for (int i = 0; i < 50 && alive(jobs) > 1; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(alive(jobs)).isLessThanOrEqualTo(1);
        assertThat(new Task().call()).isEqualTo(42L);
    }

    private static long alive(List<WeakReference<JobClassLoader>> jobs) {
        return jobs.stream().filter(job -> job.get() != null).count();
    }

    private static long libraryDirectories() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("tsflink-v8-"))
                    .count();
        }
    }

    /** Child-first for the runtime and V8, as a user class loader is for the jars of its job. */
    private static final class JobClassLoader extends URLClassLoader {
        JobClassLoader() {
            super(classPath(), ClassLoadersTest.class.getClassLoader());
        }

        Object run() throws Exception {
            return ((Callable<?>) loadClass(Task.class.getName()).getConstructor().newInstance())
                    .call();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.tsflink.") && !name.startsWith("com.caoccao.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> entry.contains("javet") || entry.contains("classes"))
                    .map(JobClassLoader::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry, e);
            }
        }
    }
}
