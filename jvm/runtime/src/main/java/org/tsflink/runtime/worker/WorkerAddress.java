package org.tsflink.runtime.worker;

import org.apache.flink.configuration.IllegalConfigurationException;
import org.tsflink.runtime.TsFlinkOptions;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a server of workers listens: the name that its certificate is to have, and a port. */
public record WorkerAddress(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(?:\\[(.+)]|([^:\\[\\]\\s]+)):(\\d{1,5})");

    /** Reads {@code host:port,host:port}; an IPv6 address is in brackets. */
    public static List<WorkerAddress> parse(String list) {
        if (list == null || list.isBlank()) {
            throw new IllegalConfigurationException(
                    "The external engine needs "
                            + TsFlinkOptions.EXTERNAL_ADDRESSES.key()
                            + ": where its workers listen, as host:port,host:port.");
        }
        return Arrays.stream(list.split("[,;]"))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(WorkerAddress::parseOne)
                .distinct()
                .toList();
    }

    private static WorkerAddress parseOne(String text) {
        Matcher matcher = FORM.matcher(text);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(3)) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalConfigurationException(
                    "Option %s: '%s' is no address of a worker; expected host:port."
                            .formatted(TsFlinkOptions.EXTERNAL_ADDRESSES.key(), text));
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new WorkerAddress(host, port);
    }

    /** All that its name stands for now. */
    List<Resolved> resolve() throws UnknownHostException {
        List<Resolved> all = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            all.add(new Resolved(this, new InetSocketAddress(address, port)));
        }
        return all;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** One of the addresses that a name stands for. */
    record Resolved(WorkerAddress name, InetSocketAddress address) {
        @Override
        public String toString() {
            String ip = address.getAddress().getHostAddress();
            return ip.equals(name.host()) ? name.toString() : name + " (" + ip + ")";
        }
    }
}
