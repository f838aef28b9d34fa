package org.tsflink.runtime.metrics;

import org.apache.flink.metrics.MetricGroup;
import org.tsflink.runtime.function.FunctionDescriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The metrics of all functions of a program. */
public final class ProgramMetrics {
    private final Map<String, FunctionMetrics> functions = new LinkedHashMap<>();

    /**
     * @param isolateHeapUsed bytes of the isolate's heap that are in use
     */
    public ProgramMetrics(
            MetricGroup operator, List<FunctionDescriptor> called, LongSupplier isolateHeapUsed) {
        for (FunctionDescriptor function : called) {
            functions.computeIfAbsent(
                    function.name(), name -> new FunctionMetrics(operator, name, isolateHeapUsed));
        }
    }

    /** Notes a crossing into V8. */
    public void batch(int rows, long nanosInV8) {
        functions.values().forEach(function -> function.batch(rows, nanosInV8));
    }

    /** Notes a failure; of all functions, if it is not known which one failed. */
    public void error(String functionName) {
        functions.forEach(
                (name, function) -> {
                    if (functionName == null || functionName.equals(name)) {
                        function.error();
                    }
                });
    }
}
