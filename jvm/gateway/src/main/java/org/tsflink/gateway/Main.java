package org.tsflink.gateway;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.server.GatewayServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The gateway's process. It reads its token as the first line of standard input, prints one line of
 * JSON when it is ready, and ends when its input ends: its parent is gone then.
 *
 * <p>Arguments: {@code -Dkey=value}, options of Flink for the MiniCluster.
 */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    // After which a shutdown that hangs is cut off.
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(8);

    private Main() {}

    public static void main(String[] arguments) {
        // Standard output is the protocol's; what others print goes with the log.
        PrintStream output = System.out;
        System.setOut(System.err);
        try {
            BufferedReader input =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            run(arguments, input, output);
            System.exit(0);
        } catch (Throwable e) {
            LOG.error("The gateway did not start", e);
            output.println(failure(e));
            System.exit(1);
        }
    }

    private static void run(String[] arguments, BufferedReader input, PrintStream output)
            throws IOException {
        Configuration options = clusterOptions(arguments);
        String token = input.readLine();
        if (token == null || token.isBlank()) {
            throw new GatewayException(
                    ErrorCode.GATEWAY_START_FAILED,
                    "The gateway got no token.",
                    "Give it as the first line of standard input.");
        }
        GatewayServer server = new GatewayServer(token.strip(), options);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "tsflink-shutdown"));
        output.println(ready(server));
        output.flush();
        awaitEnd(input);
        LOG.info("Standard input has ended: shutting down");
        haltLater();
        server.close();
    }

    private static void awaitEnd(BufferedReader input) {
        char[] ignored = new char[256];
        try {
            while (input.read(ignored) >= 0) {
                // What a parent writes after the token has no meaning.
            }
        } catch (IOException e) {
            // The same as the end.
        }
    }

    private static void haltLater() {
        Thread halt =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(SHUTDOWN_TIMEOUT.toMillis());
                            } catch (InterruptedException e) {
                                return;
                            }
                            Runtime.getRuntime().halt(1);
                        },
                        "tsflink-halt");
        halt.setDaemon(true);
        halt.start();
    }

    private static Configuration clusterOptions(String[] arguments) {
        Configuration options = new Configuration();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("-D") || equals < 0) {
                throw new GatewayException(
                        ErrorCode.CONFIGURATION_INVALID,
                        "The argument '" + argument + "' is not understood.",
                        "Arguments are options of Flink: -Dkey=value.");
            }
            options.setString(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return options;
    }

    private static String ready(GatewayServer server) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("address", "127.0.0.1:" + server.port());
        line.put("webUrl", server.cluster().webUrl().orElse(null));
        return line.toString();
    }

    private static String failure(Throwable e) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        if (e instanceof GatewayException known) {
            error.put("code", known.code().name());
            error.put("message", known.getMessage());
            error.put("hint", known.hint());
        } else {
            error.put("code", ErrorCode.GATEWAY_START_FAILED.name());
            error.put("message", "The gateway did not start: " + e);
            error.put("hint", "See the gateway's log.");
        }
        return JsonNodeFactory.instance.objectNode().set("error", error).toString();
    }
}
