package org.tsflink.gateway.cluster;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.table.api.TableConfig;
import org.tsflink.gateway.Home;
import org.tsflink.runtime.TsFlinkOptions;
import org.tsflink.runtime.engine.EngineKind;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jobs for another cluster take the jars of functions and connectors along. */
public final class RemoteTarget {

    /** Whether jobs ship our jars; false for clusters that have them in their lib/. */
    public static final ConfigOption<Boolean> SHIP =
            ConfigOptions.key("tsflink.runtime.ship").booleanType().defaultValue(true);

    private RemoteTarget() {}

    /** Whether jobs go to a cluster other than the gateway's own. */
    public static boolean isRemote(TableConfig configuration) {
        return !EmbeddedExecutorFactory.NAME.equalsIgnoreCase(
                configuration.get(DeploymentOptions.TARGET));
    }

    /** The address of the other cluster's web dashboard, if it is known. */
    public static Optional<String> webUrl(TableConfig configuration) {
        return configuration
                .getOptional(RestOptions.ADDRESS)
                .map(host -> "http://" + host + ":" + configuration.get(RestOptions.PORT));
    }

    /** Adds our jars to the session's own for the time of one statement. */
    public static Shipping shipJars(TableConfig configuration) {
        if (!isRemote(configuration) || !configuration.get(SHIP)) {
            return () -> {};
        }
        Optional<List<String>> own =
                Optional.ofNullable(
                        configuration.getConfiguration().get(PipelineOptions.JARS, null));
        LinkedHashSet<String> jars =
                new LinkedHashSet<>(
                        configuration.getOptional(PipelineOptions.JARS).orElse(List.of()));
        addTo(jars, "runtime");
        addTo(jars, "connectors");
        configuration.set(PipelineOptions.JARS, new ArrayList<>(jars));
        shipEngine(configuration, configuration.get(TsFlinkOptions.ENGINE));
        return () -> {
            if (own.isPresent()) {
                configuration.set(PipelineOptions.JARS, own.get());
            } else {
                configuration.getConfiguration().removeConfig(PipelineOptions.JARS);
            }
        };
    }

    /** Adds the jars that an engine needs besides the others to the session's own. */
    public static void shipEngine(TableConfig configuration, @Nullable EngineKind engine) {
        if (engine == null
                || engine == EngineKind.EMBEDDED
                || !isRemote(configuration)
                || !configuration.get(SHIP)) {
            return;
        }
        Set<String> jars =
                new LinkedHashSet<>(
                        configuration.getOptional(PipelineOptions.JARS).orElse(List.of()));
        addTo(jars, "worker");
        configuration.set(PipelineOptions.JARS, new ArrayList<>(jars));
    }

    private static void addTo(Set<String> jars, String directory) {
        Home.jars(directory).forEach(jar -> jars.add(jar.toUri().toString()));
    }

    /** Restores the session's own jars. */
    public interface Shipping extends AutoCloseable {
        @Override
        void close();
    }
}
