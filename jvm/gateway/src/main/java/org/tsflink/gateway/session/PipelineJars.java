package org.tsflink.gateway.session;

import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.operations.command.AddJarOperation;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.util.List;

/**
 * The jars of 'pipeline.jars'. Flink ships them with a job; the planner, too, has to find the
 * connectors, formats and providers in them, which in Java are on the program's class path.
 */
final class PipelineJars {

    private PipelineJars() {}

    /** Lets the session find what the jars have; those that are known already are left out. */
    static void add(TableEnvironmentInternal environment) {
        List<String> jars =
                environment.getConfig().getOptional(PipelineOptions.JARS).orElse(List.of());
        for (String jar : jars) {
            try {
                environment.executeInternal(new AddJarOperation(jar));
            } catch (TableException e) {
                throw new GatewayException(
                        ErrorCode.FILE_NOT_FOUND,
                        "The jar '" + jar + "' of 'pipeline.jars' cannot be read",
                        "Name a jar that the gateway can read, as in 'file:///opt/jars/a.jar'.");
            }
        }
    }
}
