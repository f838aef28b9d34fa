package org.tsflink.runtime.worker;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollDomainSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.unix.DomainSocketAddress;

import java.util.concurrent.TimeUnit;

/** Connections with workers over Unix sockets; one thread serves those of all workers. */
final class WorkerConnections {
    private static final int WINDOW = 8 << 20;
    private static EventLoopGroup group;
    private static int connections;

    private WorkerConnections() {}

    /** Opens a connection, to be given back by {@link #close}. */
    static synchronized ManagedChannel open(String socket) throws WorkerException {
        if (!Epoll.isAvailable()) {
            throw new WorkerException(
                    WorkerException.NOT_STARTED,
                    "the process engine runs on Linux alone, and needs netty's epoll: "
                            + Epoll.unavailabilityCause());
        }
        connections++;
        if (group == null) {
            group = new EpollEventLoopGroup(1, WorkerConnections::newThread);
        }
        return NettyChannelBuilder.forAddress(new DomainSocketAddress(socket))
                .overrideAuthority("localhost")
                .eventLoopGroup(group)
                .channelType(EpollDomainSocketChannel.class)
                // Netty would warn that these sockets do not have it.
                .withOption(ChannelOption.SO_KEEPALIVE, null)
                .usePlaintext()
                .directExecutor()
                .offloadExecutor(Runnable::run)
                .disableRetry()
                .disableServiceConfigLookUp()
                .flowControlWindow(WINDOW)
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .build();
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
