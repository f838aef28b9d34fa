package org.tsflink.gateway.plan;

import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.runtime.function.Artifact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The code that a session's client has uploaded, by content hash. */
public final class Artifacts {

    private final Map<String, Artifact> artifacts = new ConcurrentHashMap<>();
    private final JobFiles files;

    public Artifacts(JobFiles files) {
        this.files = files;
    }

    /** Keeps an artifact, if its code is what its hash says. */
    public void put(org.tsflink.proto.v1.Artifact uploaded) {
        byte[] code = uploaded.getCode().toByteArray();
        String actual = sha256(code);
        if (!actual.equals(uploaded.getHash())) {
            throw new GatewayException(
                    ErrorCode.ARTIFACT_CORRUPT,
                    "The artifact '%s' arrived with SHA-256 %s, expected %s."
                            .formatted(uploaded.getName(), actual, uploaded.getHash()),
                    "Send it again.");
        }
        files.write(Artifact.filesName(actual), uploaded.getFilesList());
        artifacts.put(
                actual,
                new Artifact(
                        actual,
                        uploaded.getName(),
                        code,
                        uploaded.getSourceMap().toByteArray(),
                        uploaded.getFilesCount() > 0));
    }

    Artifact get(String hash, String function) {
        Artifact artifact = artifacts.get(hash);
        if (artifact == null) {
            throw new GatewayException(
                    ErrorCode.ARTIFACT_NOT_FOUND,
                    "The code of the function '%s' (artifact %s) was not uploaded."
                            .formatted(function, hash),
                    "Upload it with PutArtifact before the first statement that uses it.");
        }
        if (artifact.hasFiles()) {
            files.use(Artifact.filesName(hash));
        }
        return artifact;
    }

    private static String sha256(byte[] code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
