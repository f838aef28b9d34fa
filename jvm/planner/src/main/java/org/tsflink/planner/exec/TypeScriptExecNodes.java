package org.tsflink.planner.exec;

import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.utils.ExecNodeMetadataUtil;

/** Makes our nodes known to Flink, which keeps a closed list of those a compiled plan may hold. */
public final class TypeScriptExecNodes {

    private static boolean registered;

    private TypeScriptExecNodes() {}

    /** Registers the nodes, once in a JVM. */
    public static synchronized void register() {
        if (!registered) {
            registered = true;
            register(StreamExecTypeScriptCalc.class);
            register(StreamExecTypeScriptAsyncCalc.class);
            register(StreamExecTypeScriptCorrelate.class);
            register(StreamExecTypeScriptAsyncCorrelate.class);
            register(StreamExecTypeScriptGroupAggregate.class);
            register(StreamExecTypeScriptProcess.class);
        }
    }

    private static void register(Class<? extends ExecNode<?>> node) {
        ExecNodeMetadataUtil.execNodes().add(node);
        // The only public way into the look-up by name that reads a compiled plan.
        ExecNodeMetadataUtil.addTestNode(node);
    }
}
