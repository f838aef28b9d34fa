package org.tsflink.bench.functions;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/** The Java twin of {@code ipToProvince}: binary search in ranges of addresses. */
public final class IpToProvince extends ScalarFunction {

    private static final int RANGES = 1024;
    private static final int PROVINCES = 34;

    private transient long[] starts;
    private transient String[] provinces;

    @Override
    public void open(FunctionContext context) {
        starts = new long[RANGES];
        provinces = new String[RANGES];
        for (int i = 0; i < RANGES; i++) {
            starts[i] = i * ((1L << 32) / RANGES);
            provinces[i] = "province-" + i * 7 % PROVINCES;
        }
    }

    public String eval(String ip) {
        if (ip == null) {
            return null;
        }
        long address = 0;
        int octet = 0;
        for (int i = 0; i < ip.length(); i++) {
            char c = ip.charAt(i);
            if (c == '.') {
                address = address * 256 + octet;
                octet = 0;
            } else {
                octet = octet * 10 + c - '0';
            }
        }
        address = address * 256 + octet;
        int low = 0;
        int high = RANGES - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= address) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return provinces[low];
    }
}
