package org.tsflink.gateway.plan;

import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.types.DataType;
import org.tsflink.proto.v1.Literal;
import org.tsflink.proto.v1.Symbol;

import javax.annotation.Nullable;

/** An argument of a call: an expression (with its literal, if it is one), a type or a symbol. */
record Argument(
        @Nullable ApiExpression expression,
        @Nullable Literal literal,
        @Nullable DataType type,
        @Nullable Symbol symbol) {}
