package org.tsflink.runtime.worker;

import org.apache.flink.configuration.IllegalConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where servers of workers are, and how tasks are spread over them. */
class WorkerAddressTest {

    @Test
    void aListHasHostsAndPorts() {
        assertThat(WorkerAddress.parse(" a:1, b.example:65535;[::1]:7 ,a:1,"))
                .containsExactly(
                        new WorkerAddress("a", 1),
                        new WorkerAddress("b.example", 65535),
                        new WorkerAddress("::1", 7));
        assertThat(new WorkerAddress("::1", 7)).hasToString("[::1]:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a:", ":1", "a:0", "a:65536", "a:x", "::1:7", "http://a:1", "a b:1"})
    void whatIsNoAddressIsNamed(String text) {
        assertThatThrownBy(() -> WorkerAddress.parse("good:1," + text))
                .isInstanceOf(IllegalConfigurationException.class)
                .hasMessageContaining("tsflink.external.addresses")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void thereMustBeOne() {
        assertThatThrownBy(() -> WorkerAddress.parse(" "))
                .isInstanceOf(IllegalConfigurationException.class)
                .hasMessageContaining("tsflink.external.addresses");
    }

    @Test
    void theServerWithTheFewestWorkersIsNext() throws Exception {
        ServerLoads loads = new ServerLoads();
        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            taken.merge(loads.take(servers()).toString(), 1, Integer::sum);
        }
        assertThat(taken).hasSize(3).allSatisfy((server, tasks) -> assertThat(tasks).isEqualTo(3));
    }

    @Test
    void theServerThatFailedIsTheLast() throws Exception {
        ServerLoads loads = new ServerLoads();
        WorkerAddress.Resolved bad = loads.take(servers());
        loads.giveBack(bad, true);
        for (int i = 0; i < 9; i++) {
            assertThat(loads.take(servers())).isNotEqualTo(bad);
        }
        loads.giveBack(bad, false);
        assertThat(loads.take(servers())).isEqualTo(bad);
    }

    private static List<WorkerAddress.Resolved> servers() throws UnknownHostException {
        List<WorkerAddress.Resolved> servers = new ArrayList<>();
        for (WorkerAddress address : WorkerAddress.parse("127.0.0.1:1,127.0.0.1:2,127.0.0.2:1")) {
            servers.addAll(address.resolve());
        }
        return servers;
    }
}
