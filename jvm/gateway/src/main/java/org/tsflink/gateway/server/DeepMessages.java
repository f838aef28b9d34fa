package org.tsflink.gateway.server;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;

/** A service that takes messages nested far deeper than protobuf's default of 100. */
final class DeepMessages {

    private static final int RECURSION_LIMIT = 100_000;

    private DeepMessages() {}

    static ServerServiceDefinition of(ServerServiceDefinition service) {
        var deep = ServerServiceDefinition.builder(service.getServiceDescriptor().getName());
        service.getMethods().forEach(method -> deep.addMethod(of(method)));
        return deep.build();
    }

    private static <Q, R> ServerMethodDefinition<Q, R> of(ServerMethodDefinition<Q, R> method) {
        MethodDescriptor<Q, R> descriptor = method.getMethodDescriptor();
        Q prototype =
                ((PrototypeMarshaller<Q>) descriptor.getRequestMarshaller()).getMessagePrototype();
        @SuppressWarnings("unchecked")
        MethodDescriptor.Marshaller<Q> requests =
                (MethodDescriptor.Marshaller<Q>)
                        ProtoUtils.marshallerWithRecursionLimit(
                                (Message) prototype, RECURSION_LIMIT);
        return ServerMethodDefinition.create(
                descriptor.toBuilder(requests, descriptor.getResponseMarshaller()).build(),
                method.getServerCallHandler());
    }
}
