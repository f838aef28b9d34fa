package org.tsflink.bench;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.tsflink.planner.TypeScriptPlanner;

import java.net.URI;
import java.util.Map;

/** One MiniCluster for all jobs of the bench, reached as a remote cluster is. */
final class Cluster implements AutoCloseable {

    private final MiniCluster cluster;
    private final Configuration client = new Configuration();

    Cluster() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.setString("metrics.reporter.v8.factory.class", V8Metrics.class.getName());
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(2)
                                .build());
        cluster.start();
        URI address = cluster.getRestAddress().get();
        client.set(DeploymentOptions.TARGET, "remote");
        client.set(RestOptions.ADDRESS, address.getHost());
        client.set(RestOptions.PORT, address.getPort());
        client.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        client.set(PipelineOptions.OBJECT_REUSE, true);
    }

    TableEnvironment newTableEnvironment(Map<String, String> options, boolean withPlanner) {
        Configuration configuration = Configuration.fromMap(options);
        configuration.addAll(client);
        TableEnvironment tables =
                TableEnvironment.create(
                        EnvironmentSettings.newInstance().withConfiguration(configuration).build());
        if (withPlanner) {
            TypeScriptPlanner.install(tables);
        }
        return tables;
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
