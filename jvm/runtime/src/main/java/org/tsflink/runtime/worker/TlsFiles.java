package org.tsflink.runtime.worker;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.tsflink.runtime.TsFlinkOptions;

import javax.annotation.Nullable;
import javax.net.ssl.SSLException;

import java.io.File;

/**
 * The certificates by which a TaskManager and external workers know each other.
 *
 * @param ca null for those of the JDK
 */
record TlsFiles(@Nullable File ca, @Nullable File certificate, @Nullable File key) {

    static TlsFiles of(Configuration configuration) {
        return new TlsFiles(
                file(configuration, TsFlinkOptions.EXTERNAL_TLS_CA),
                file(configuration, TsFlinkOptions.EXTERNAL_TLS_CERT),
                file(configuration, TsFlinkOptions.EXTERNAL_TLS_KEY));
    }

    @Nullable
    private static File file(Configuration configuration, ConfigOption<String> option) {
        return configuration.getOptional(option).map(File::new).orElse(null);
    }

    /** Reads the files, which may have changed. */
    SslContext read() throws WorkerException {
        SslContextBuilder builder = GrpcSslContexts.forClient();
        if (ca != null) {
            check(ca, TsFlinkOptions.EXTERNAL_TLS_CA);
            read(() -> builder.trustManager(ca), ca, TsFlinkOptions.EXTERNAL_TLS_CA);
        }
        if (certificate != null || key != null) {
            check(certificate, TsFlinkOptions.EXTERNAL_TLS_CERT);
            check(key, TsFlinkOptions.EXTERNAL_TLS_KEY);
            read(
                    () -> builder.keyManager(certificate, key),
                    certificate,
                    TsFlinkOptions.EXTERNAL_TLS_CERT);
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw unreadable("cannot use its files", e, TsFlinkOptions.EXTERNAL_TLS_CERT);
        }
    }

    private static void check(@Nullable File file, ConfigOption<String> option)
            throws WorkerException {
        if (file == null || !file.canRead()) {
            throw new WorkerException(
                    WorkerException.UNAVAILABLE,
                    "its TaskManager %s (%s)"
                            .formatted(
                                    file == null ? "lacks a file" : "cannot read " + file,
                                    option.key()));
        }
    }

    private static void read(Runnable reading, File file, ConfigOption<String> option)
            throws WorkerException {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            throw unreadable("cannot use " + file, e, option);
        }
    }

    private static WorkerException unreadable(
            String what, Exception cause, ConfigOption<String> option) {
        return new WorkerException(
                WorkerException.UNAVAILABLE,
                "its TaskManager %s: %s (%s)".formatted(what, cause.getMessage(), option.key()));
    }
}
