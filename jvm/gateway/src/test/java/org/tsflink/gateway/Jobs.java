package org.tsflink.gateway;

import org.tsflink.proto.v1.GetJobStatusRequest;

final class Jobs {

    private Jobs() {}

    static String status(Client client, String jobId) {
        return client.stub()
                .getJobStatus(
                        GetJobStatusRequest.newBuilder()
                                .setSessionId(client.session())
                                .setJobId(jobId)
                                .build())
                .getStatus();
    }
}
