package org.tsflink.runtime.v8;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.BigIntType;
import org.junit.jupiter.api.Test;
import org.tsflink.runtime.calc.SingleCall;
import org.tsflink.runtime.calc.TestFunctions;
import org.tsflink.runtime.engine.TestEngine;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
                            TestEngine.DEFAULT)) {
                return plus1.apply(41L);
            }
        }
    }

    /** Starts a function, in the class loader of a job, and leaves it to be closed. */
    public static final class Start implements Callable<AutoCloseable> {
        @Override
        public AutoCloseable call() {
            return new SingleCall(
                    TestFunctions.function("plus1", new BigIntType(), new BigIntType()),
                    new FunctionContext(null),
                    TestEngine.DEFAULT);
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
        assertAllGone(jobs);
        assertThat(new Task().call()).isEqualTo(42L);
    }

    @Test
    void aJobLeavesNothingInThoseThatGoOn() throws Exception {
        FutureTask<Void> end = new FutureTask<>(() -> null);
        try (JobClassLoader other = new JobClassLoader()) {
            List<WeakReference<JobClassLoader>> first = List.of(runBeside(other, end));
            assertAllGone(first);
            end.run();
        }
    }

    /** Runs a job; while it does another one starts, which goes on until its end is told. */
    private static WeakReference<JobClassLoader> runBeside(
            JobClassLoader other, FutureTask<Void> end) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (JobClassLoader job = new JobClassLoader();
                AutoCloseable function = (AutoCloseable) job.run(Start.class)) {
            CompletableFuture.runAsync(
                    () -> {
                        try (AutoCloseable another = (AutoCloseable) other.run(Start.class)) {
                            started.countDown();
                            end.get();
                        } catch (Exception e) {
                            throw new CompletionException(e);
                        }
                    });
            assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
            return new WeakReference<>(job);
        }
    }

    private static void assertAllGone(List<WeakReference<JobClassLoader>> jobs)
            throws InterruptedException {
        for (int i = 0; i < 50 && alive(jobs) > 0; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(alive(jobs)).isZero();
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

    /** Holds the runtime and V8, as a user class loader does that of the jars of its job. */
    private static final class JobClassLoader extends URLClassLoader {
        /** Flink, and no runtime of ours: what a cluster has that is shipped the jars. */
        private static final ClassLoader FLINK =
                new URLClassLoader(
                        classPath(entry -> !isRuntime(entry)),
                        ClassLoader.getPlatformClassLoader());

        JobClassLoader() {
            super(classPath(JobClassLoader::isRuntime), FLINK);
        }

        Object run() throws Exception {
            return run(Task.class);
        }

        Object run(Class<?> work) throws Exception {
            return ((Callable<?>) loadClass(work.getName()).getConstructor().newInstance()).call();
        }

        private static boolean isRuntime(String entry) {
            return Stream.of("javet", "classes", "grpc", "perfmark", "google")
                    .anyMatch(entry::contains);
        }

        private static URL[] classPath(Predicate<String> filter) {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(filter)
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
