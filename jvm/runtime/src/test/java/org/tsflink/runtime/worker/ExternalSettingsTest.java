package org.tsflink.runtime.worker;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsflink.runtime.TsFlinkOptions;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.engine.EngineOptions;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The secrets of external workers. */
class ExternalSettingsTest {
    @TempDir private Path directory;

    private static ExternalSettings settings(Path tokenFile) {
        Configuration configuration = new Configuration();
        configuration.set(TsFlinkOptions.ENGINE, EngineKind.EXTERNAL);
        configuration.set(TsFlinkOptions.EXTERNAL_ADDRESSES, "localhost:6150");
        configuration.set(TsFlinkOptions.EXTERNAL_TOKEN_FILE, tokenFile.toString());
        return ExternalSettings.of(EngineOptions.from(configuration).settings());
    }

    @Test
    void theTokenIsReadWhenItIsNeeded() throws Exception {
        Path file = directory.resolve("token");
        ExternalSettings settings = settings(file);
        Files.writeString(file, "first\n");
        assertThat(settings.token()).isEqualTo("first");
        Files.writeString(file, " second ");
        assertThat(settings.token()).isEqualTo("second");
        assertThat(settings.toString()).doesNotContain("second");
    }

    @Test
    void aTokenThatIsMissingIsNamedByItsOption() throws Exception {
        Path file = directory.resolve("token");
        assertThatThrownBy(settings(file)::token)
                .hasMessage("its TaskManager cannot read %s (tsflink.external.token-file)", file);
        Files.writeString(file, "\n");
        assertThatThrownBy(settings(file)::token)
                .hasMessage(
                        "its TaskManager has no token in %s (tsflink.external.token-file)", file);
    }

    @Test
    void theWebInterfaceDoesNotShowWhereTheTokenIs() {
        String option = TsFlinkOptions.EXTERNAL_TOKEN_FILE.key();
        assertThat(GlobalConfiguration.isSensitive(option)).isTrue();
    }

    @Test
    void tlsIsSpokenUnlessTurnedOff() throws Exception {
        assertThat(settings(directory).tls()).isNotNull();
        assertThatThrownBy(new TlsFiles(null, null, directory.resolve("key").toFile())::read)
                .hasMessageContaining("its TaskManager lacks a file (tsflink.external.tls.cert)");
        Path nothing = Files.writeString(directory.resolve("ca"), "nothing");
        assertThatThrownBy(new TlsFiles(nothing.toFile(), null, null)::read)
                .hasMessageContaining("its TaskManager cannot use " + nothing)
                .hasMessageContaining("(tsflink.external.tls.ca)");
    }
}
