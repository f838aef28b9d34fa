package org.tsflink.runtime.process;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

class TaskEndTest {

    @Test
    void closesWhatAThreadOpenedWhenItHasEnded() throws Exception {
        // twice: the thread that watches ends in between, or not
        for (int i = 0; i < 2; i++) {
            CountDownLatch closed = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            AtomicBoolean forgotten = new AtomicBoolean(true);
            AutoCloseable closedByTask = () -> forgotten.set(false);
            Thread task =
                    new Thread(
                            () -> {
                                TaskEnd.closeAfter(
                                        () -> {
                                            throw new IllegalStateException("others are closed");
                                        });
                                TaskEnd.closeAfter(closed::countDown);
                                TaskEnd.closeAfter(closedByTask);
                                TaskEnd.forget(closedByTask);
                                await(end);
                            });
            task.start();
            assertThat(closed.await(700, TimeUnit.MILLISECONDS)).isFalse();
            end.countDown();
            assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(forgotten).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
