package org.tsflink.gateway.session;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.tsflink.gateway.cache.Caches;
import org.tsflink.gateway.cluster.RemoteTarget;
import org.tsflink.gateway.errors.LocatedException;
import org.tsflink.gateway.plan.JobFiles;
import org.tsflink.gateway.plan.PlanTranslator;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.Relation;

import java.util.Optional;

/** Sees to it that the cached tables of plans are computed before the plans are run. */
final class CachedTables {

    private final TableEnvironmentInternal environment;
    private final PlanTranslator plans;
    private final Caches caches;
    private final JobFiles files;

    CachedTables(Session session, PlanTranslator plans) {
        this.environment = session.environment();
        this.plans = plans;
        this.caches = session.caches();
        this.files = session.files();
    }

    /** Begins to compute the first cached table of a plan that is not there: others may need it. */
    Optional<String> begin(Plan plan) {
        for (Relation relation : plan.getRelationsList()) {
            String id = relation.getCached().getId();
            if (relation.hasCached() && !caches.has(id)) {
                if (!caches.knows(id)) {
                    submit(id, plan, relation);
                }
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private void submit(String id, Plan plan, Relation relation) {
        try (var jars = RemoteTarget.shipJars(environment.getConfig());
                var shipped = files.ship(environment.getConfig())) {
            Table query = plans.queryOf(plan, relation.getCached());
            caches.begin(environment, id, query, relation.getSource());
        } catch (RuntimeException e) {
            throw LocatedException.at(relation.getSource(), e);
        }
    }

    /** Computes all of them, and waits for their end. */
    void compute(Plan plan) {
        for (var id = begin(plan); id.isPresent(); id = begin(plan)) {
            caches.await(id.get());
        }
    }

    void invalidate(String id) {
        caches.invalidate(id);
    }
}
