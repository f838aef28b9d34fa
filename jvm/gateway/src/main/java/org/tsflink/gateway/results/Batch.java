package org.tsflink.gateway.results;

import org.tsflink.proto.v1.FetchResultsResponse;

/** Output of a result that is gathered before it is sent. */
interface Batch {

    /** How many bytes wait to be sent. */
    int size();

    /** What waits, as a message; nothing waits afterwards. */
    FetchResultsResponse take();
}
