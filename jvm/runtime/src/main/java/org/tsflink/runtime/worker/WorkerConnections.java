package org.tsflink.runtime.worker;

import io.grpc.HttpConnectProxiedSocketAddress;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;

import javax.annotation.Nullable;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/** Connections with workers; one thread serves those of all workers. */
final class WorkerConnections {
    private static final int WINDOW = 8 << 20;
    private static final int CONNECT_MILLIS = 5_000;
    private static EventLoopGroup group;
    private static int connections;

    private WorkerConnections() {}

    /** Opens a connection over a Unix socket, to be given back by {@link #close}. */
    static ManagedChannel open(String socket) throws WorkerException {
        return configure(NettyChannelBuilder.forAddress(new DomainSocketAddress(socket)))
                .overrideAuthority("localhost")
                .channelType(EpollDomainSocketChannel.class)
                // Netty would warn that these sockets do not have it.
                .withOption(ChannelOption.SO_KEEPALIVE, null)
                .usePlaintext()
                .build();
    }

    /**
     * Opens a connection over the network.
     *
     * @param tls null for none
     * @param worker that the server is to hand the bytes on to; null for the server itself
     */
    static ManagedChannel open(
            WorkerAddress.Resolved server, @Nullable SslContext tls, @Nullable String worker)
            throws WorkerException {
        SocketAddress address =
                worker == null
                        ? server.address()
                        : HttpConnectProxiedSocketAddress.newBuilder()
                                .setProxyAddress(server.address())
                                .setTargetAddress(InetSocketAddress.createUnresolved(worker, 1))
                                .build();
        NettyChannelBuilder builder =
                configure(NettyChannelBuilder.forAddress(address))
                        .overrideAuthority(server.name().toString())
                        .channelType(EpollSocketChannel.class, address.getClass())
                        .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
        return tls == null ? builder.usePlaintext().build() : builder.sslContext(tls).build();
    }

    private static synchronized NettyChannelBuilder configure(NettyChannelBuilder builder)
            throws WorkerException {
        if (!Epoll.isAvailable()) {
            throw new WorkerException(
                    WorkerException.NOT_STARTED,
                    "workers are spoken to on Linux alone, and needs netty's epoll: "
                            + Epoll.unavailabilityCause());
        }
        connections++;
        if (group == null) {
            group = new EpollEventLoopGroup(1, WorkerConnections::newThread);
        }
        return builder.eventLoopGroup(group)
                .directExecutor()
                .offloadExecutor(Runnable::run)
                .disableRetry()
                .disableServiceConfigLookUp()
                .flowControlWindow(WINDOW)
                .maxInboundMessageSize(Integer.MAX_VALUE);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "tsflink-workers");
        thread.setDaemon(true);
        return thread;
    }

    /** Closes a connection; the thread ends with the last one. */
    static synchronized void close(ManagedChannel channel) {
        channel.shutdownNow();
        if (--connections == 0) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            group = null;
        }
    }
}
