package org.tsflink.runtime.worker;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.runtime.TsFlinkOptions;

import javax.annotation.Nullable;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Looks for a server that gives a worker: the one with the fewest first, and all of them again and
 * again, with pauses that grow, until the time is up.
 */
final class WorkerSearch implements WorkerSource {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerSearch.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    // One that accepts connections and then says nothing must not take all of the time.
    private static final int ATTEMPTS = 3;

    private final ExternalSettings settings;
    private final ServerLoads loads;

    WorkerSearch(ExternalSettings settings, ServerLoads loads) {
        this.settings = settings;
        this.loads = loads;
    }

    @Override
    public Object key(long heapLimitBytes) {
        return Thread.currentThread();
    }

    @Override
    public Worker start(long heapLimitBytes) throws WorkerException, InterruptedException {
        String token = settings.token();
        SslContext tls = settings.tls() == null ? null : settings.tls().read();
        long end = System.nanoTime() + settings.connectTimeout().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            Map<Object, WorkerRefusal> refusals = new LinkedHashMap<>();
            List<WorkerAddress.Resolved> servers = resolve(refusals);
            while (!servers.isEmpty()) {
                WorkerAddress.Resolved server = loads.take(servers);
                try {
                    return lease(server, token, tls, heapLimitBytes, end - System.nanoTime());
                } catch (WorkerRefusal e) {
                    LOG.debug("Worker {} {}", server, e.getMessage());
                    refusals.put(server, e);
                }
            }
            long millis = pause / 2 + ThreadLocalRandom.current().nextLong(pause);
            boolean hopeless = refusals.values().stream().allMatch(WorkerRefusal::isFinal);
            if (hopeless || System.nanoTime() + millis * 1_000_000 - end > 0) {
                throw unavailable(refusals, hopeless);
            }
            Thread.sleep(millis);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private List<WorkerAddress.Resolved> resolve(Map<Object, WorkerRefusal> refusals) {
        List<WorkerAddress.Resolved> servers = new ArrayList<>();
        for (WorkerAddress address : settings.addresses()) {
            try {
                servers.addAll(address.resolve());
            } catch (UnknownHostException e) {
                refusals.put(address, new WorkerRefusal("has no address in DNS", false));
            }
        }
        return servers;
    }

    private Worker lease(
            WorkerAddress.Resolved server,
            String token,
            @Nullable SslContext tls,
            long heapLimitBytes,
            long left)
            throws WorkerRefusal, WorkerException, InterruptedException {
        boolean leased = false;
        ManagedChannel control = WorkerConnections.open(server, tls, null);
        LeasedWorker home =
                new LeasedWorker(
                        server,
                        failed -> {
                            WorkerConnections.close(control);
                            loads.giveBack(server, failed);
                        });
        try {
            long most = settings.connectTimeout().toNanos() / ATTEMPTS;
            home.start(control, token, heapLimitBytes, Math.max(1, Math.min(left, most)));
            leased = true;
        } finally {
            if (!leased) {
                home.close();
            }
        }
        Worker worker =
                new Worker(
                        home,
                        WorkerConnections.open(server, tls, home.id()),
                        home.token(),
                        new WorkerTimeouts(
                                settings.silenceTimeout(),
                                settings.silenceTimeout(),
                                TsFlinkOptions.EXTERNAL_SILENCE_TIMEOUT.key()),
                        heapLimitBytes);
        worker.greet(Worker.PROTOCOL_VERSION);
        return worker;
    }

    private WorkerException unavailable(Map<Object, WorkerRefusal> refusals, boolean hopeless) {
        StringBuilder text = new StringBuilder("no external worker takes it");
        if (!hopeless) {
            text.append(
                    ", after %d ms (%s)"
                            .formatted(
                                    settings.connectTimeout().toMillis(),
                                    TsFlinkOptions.EXTERNAL_CONNECT_TIMEOUT.key()));
        }
        refusals.forEach(
                (server, why) ->
                        text.append("\n  ").append(server).append(' ').append(why.getMessage()));
        return new WorkerException(WorkerException.UNAVAILABLE, text.toString());
    }
}
