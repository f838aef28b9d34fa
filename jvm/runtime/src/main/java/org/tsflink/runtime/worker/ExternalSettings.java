package org.tsflink.runtime.worker;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.StringUtils;
import org.tsflink.runtime.TsFlinkOptions;

import javax.annotation.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How external workers are reached.
 *
 * @param tokenFile null if the environment has the token
 * @param tls null for none
 */
record ExternalSettings(
        List<WorkerAddress> addresses,
        @Nullable Path tokenFile,
        @Nullable TlsFiles tls,
        Duration connectTimeout,
        Duration silenceTimeout) {
    private static final String TOKEN_VARIABLE = "TSFLINK_WORKER_TOKEN";

    static ExternalSettings of(Map<String, String> settings) {
        Configuration configuration = Configuration.fromMap(settings);
        return new ExternalSettings(
                WorkerAddress.parse(configuration.get(TsFlinkOptions.EXTERNAL_ADDRESSES)),
                configuration
                        .getOptional(TsFlinkOptions.EXTERNAL_TOKEN_FILE)
                        .map(Path::of)
                        .orElse(null),
                configuration.get(TsFlinkOptions.EXTERNAL_TLS_ENABLED)
                        ? TlsFiles.of(configuration)
                        : null,
                configuration.get(TsFlinkOptions.EXTERNAL_CONNECT_TIMEOUT),
                configuration.get(TsFlinkOptions.EXTERNAL_SILENCE_TIMEOUT));
    }

    /** Reads the token, which may have changed. */
    String token() throws WorkerException {
        String token;
        String where;
        if (tokenFile == null) {
            token = System.getenv(TOKEN_VARIABLE);
            where = "the environment variable " + TOKEN_VARIABLE;
        } else {
            where = tokenFile.toString();
            try {
                token = Files.readString(tokenFile);
            } catch (IOException e) {
                throw noToken("cannot read " + where);
            }
        }
        if (StringUtils.isNullOrWhitespaceOnly(token)) {
            throw noToken("has no token in " + where);
        }
        return token.strip();
    }

    private static WorkerException noToken(String why) {
        return new WorkerException(
                WorkerException.UNAVAILABLE,
                "its TaskManager %s (%s)".formatted(why, TsFlinkOptions.EXTERNAL_TOKEN_FILE.key()));
    }
}
