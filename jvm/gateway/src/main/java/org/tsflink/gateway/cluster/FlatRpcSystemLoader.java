package org.tsflink.gateway.cluster;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.pekko.PekkoRpcSystem;

/**
 * Takes Flink's RPC system from the class path instead of the jar nested in flink-rpc-akka-loader:
 * no jar to unpack at start, and its classes may live in the class-data-sharing archive.
 */
public final class FlatRpcSystemLoader implements RpcSystemLoader {

    @Override
    public int getLoadPriority() {
        // Before Flink's own loader, whose priority is 0.
        return -1;
    }

    @Override
    public RpcSystem loadRpcSystem(Configuration configuration) {
        return new PekkoRpcSystem();
    }
}
