package org.tsflink.gateway.session;

import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.jobs.Jobs;
import org.tsflink.planner.TypeScriptPlanner;
import org.tsflink.proto.v1.OpenSessionRequest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sessions of a gateway. */
public final class Sessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Jobs jobs;

    public Sessions(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Opens a session; calls back on its thread when it can be used. */
    public Session open(
            OpenSessionRequest request, Consumer<Session> onOpen, Consumer<Throwable> onFailure) {
        Session session = new Session(UUID.randomUUID().toString(), jobs);
        sessions.put(session.id(), session);
        session.run(
                () -> {
                    try {
                        var environment =
                                (TableEnvironmentInternal)
                                        TableEnvironment.create(
                                                SessionConfiguration.settings(request));
                        TypeScriptPlanner.install(environment);
                        PipelineJars.add(environment);
                        session.start(environment);
                        LOG.info("Opened session {}", session.id());
                        onOpen.accept(session);
                    } catch (Throwable e) {
                        close(session);
                        onFailure.accept(e);
                    }
                });
        return session;
    }

    /** An open session. */
    public Session get(String id) {
        Session session = sessions.get(id);
        if (session == null) {
            throw notFound(id);
        }
        return session;
    }

    /** Frees a session: what it registered goes, its queries are cancelled. */
    public void close(Session session) {
        if (sessions.remove(session.id()) != null) {
            session.close();
            LOG.info("Closed session {}", session.id());
        }
    }

    @Override
    public void close() {
        List.copyOf(sessions.values()).forEach(this::close);
    }

    static GatewayException notFound(String id) {
        return new GatewayException(
                ErrorCode.SESSION_NOT_FOUND,
                "There is no session '" + id + "'; it may have ended with its client's connection.",
                "Make a new TableEnvironment.");
    }
}
