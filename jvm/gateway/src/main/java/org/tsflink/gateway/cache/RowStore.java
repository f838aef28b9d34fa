package org.tsflink.gateway.cache;

import org.apache.flink.core.fs.Path;
import org.apache.flink.table.api.TableConfig;
import org.tsflink.gateway.cluster.RemoteTarget;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.io.IOException;
import java.nio.file.Paths;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a session keeps rows on disk, and how many: of cached tables, and those that it was sent.
 */
public final class RowStore {

    private final AtomicLong used = new AtomicLong();

    /** Whether there is a directory that both the gateway and the cluster reach. */
    static boolean reachable(TableConfig configuration) {
        return !RemoteTarget.isRemote(configuration)
                || configuration.getOptional(CacheOptions.DIRECTORY).isPresent();
    }

    /** Files for rows. */
    RowFiles create(TableConfig configuration, boolean ordered) {
        if (!reachable(configuration)) {
            throw new GatewayException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "Cached tables and large values need a directory that both the gateway and"
                            + " the cluster reach.",
                    "Set '%s', as in 's3://bucket/cache' or 'file:///shared'."
                            .formatted(CacheOptions.DIRECTORY.key()));
        }
        String parent =
                configuration
                        .getOptional(CacheOptions.DIRECTORY)
                        .orElseGet(
                                () ->
                                        Paths.get(System.getProperty("java.io.tmpdir"))
                                                .toUri()
                                                .toString());
        try {
            return new RowFiles(
                    new Path(parent, "tsflink-cache-" + UUID.randomUUID()),
                    used,
                    configuration.get(CacheOptions.MAX_SIZE).getBytes(),
                    ordered);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The failure to write rows. */
    static GatewayException failed(IOException cause) {
        return new GatewayException(
                ErrorCode.CACHE_FAILED,
                "Rows could not be kept on disk: " + cause.getMessage(),
                "Set '%s' to a directory with room.".formatted(CacheOptions.DIRECTORY.key()));
    }
}
