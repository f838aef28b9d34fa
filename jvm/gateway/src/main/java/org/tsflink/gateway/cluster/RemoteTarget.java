package org.tsflink.gateway.cluster;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.TableConfig;
import org.tsflink.gateway.Home;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Jobs for another cluster take the jars of functions and connectors along. */
public final class RemoteTarget {

    /** Whether jobs ship our jars; false for clusters that have them in their lib/. */
    public static final ConfigOption<Boolean> SHIP =
            ConfigOptions.key("tsflink.runtime.ship").booleanType().defaultValue(true);

    private RemoteTarget() {}

    /** Adds our jars to the session's own for the time of one statement. */
    public static Shipping shipJars(TableConfig configuration) {
        String target = configuration.get(DeploymentOptions.TARGET);
        if (EmbeddedExecutorFactory.NAME.equalsIgnoreCase(target) || !configuration.get(SHIP)) {
            return () -> {};
        }
        Optional<List<String>> own =
                Optional.ofNullable(
                        configuration.getConfiguration().get(PipelineOptions.JARS, null));
        LinkedHashSet<String> jars =
                new LinkedHashSet<>(
                        configuration.getOptional(PipelineOptions.JARS).orElse(List.of()));
        Home.jars("runtime").forEach(jar -> jars.add(jar.toUri().toString()));
        Home.jars("connectors").forEach(jar -> jars.add(jar.toUri().toString()));
        configuration.set(PipelineOptions.JARS, new ArrayList<>(jars));
        return () -> {
            if (own.isPresent()) {
                configuration.set(PipelineOptions.JARS, own.get());
            } else {
                configuration.getConfiguration().removeConfig(PipelineOptions.JARS);
            }
        };
    }

    /** Restores the session's own jars. */
    public interface Shipping extends AutoCloseable {
        @Override
        void close();
    }
}
