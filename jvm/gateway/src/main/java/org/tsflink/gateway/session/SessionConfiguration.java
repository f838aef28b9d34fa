package org.tsflink.gateway.session;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.tsflink.gateway.cluster.EmbeddedExecutorFactory;
import org.tsflink.proto.v1.OpenSessionRequest;
import org.tsflink.proto.v1.RuntimeMode;

import java.time.Duration;
import java.util.List;

/** What a session starts with: the defaults of a gateway under the options of its client. */
final class SessionConfiguration {
    // May be given to the gateway's JVM for all of its sessions.
    private static final List<String> OPTIONS_OF_FUNCTIONS =
            List.of("tsflink.function.", "tsflink.process.", "tsflink.external.");

    private SessionConfiguration() {}

    static EnvironmentSettings settings(OpenSessionRequest request) {
        EnvironmentSettings.Builder settings =
                EnvironmentSettings.newInstance().withConfiguration(configuration(request));
        if (request.getMode() == RuntimeMode.RUNTIME_MODE_BATCH) {
            settings.inBatchMode();
        } else if (request.getMode() == RuntimeMode.RUNTIME_MODE_STREAMING) {
            settings.inStreamingMode();
        }
        if (!request.getCatalog().isEmpty()) {
            settings.withBuiltInCatalogName(request.getCatalog());
        }
        if (!request.getDatabase().isEmpty()) {
            settings.withBuiltInDatabaseName(request.getDatabase());
        }
        return settings.build();
    }

    private static Configuration configuration(OpenSessionRequest request) {
        Configuration given = Configuration.fromMap(request.getConfigurationMap());
        Configuration configuration = new Configuration();
        String target =
                given.getOptional(DeploymentOptions.TARGET).orElse(EmbeddedExecutorFactory.NAME);
        configuration.set(DeploymentOptions.TARGET, target);
        if (target.equalsIgnoreCase(EmbeddedExecutorFactory.NAME)) {
            // As Flink's own local execution.
            configuration.set(
                    CoreOptions.DEFAULT_PARALLELISM, Runtime.getRuntime().availableProcessors());
        }
        for (String name : System.getProperties().stringPropertyNames()) {
            if (OPTIONS_OF_FUNCTIONS.stream().anyMatch(name::startsWith)) {
                configuration.setString(name, System.getProperty(name));
            }
        }
        // A cluster that is away is an error after seconds, not after minutes.
        configuration.set(RestOptions.RETRY_MAX_ATTEMPTS, 3);
        configuration.set(RestOptions.RETRY_DELAY, Duration.ofSeconds(1));
        configuration.set(RestOptions.CONNECTION_TIMEOUT, Duration.ofSeconds(5));
        configuration.addAll(given);
        return configuration;
    }
}
