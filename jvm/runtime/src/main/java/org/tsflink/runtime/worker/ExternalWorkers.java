package org.tsflink.runtime.worker;

import java.util.Map;

/** Runs functions in workers that servers elsewhere run, one for each task. */
public final class ExternalWorkers extends Workers {
    private final ServerLoads loads = new ServerLoads();

    @Override
    WorkerSource source(Map<String, String> settings) {
        return new WorkerSearch(ExternalSettings.of(settings), loads);
    }
}
