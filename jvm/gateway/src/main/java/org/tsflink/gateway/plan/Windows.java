package org.tsflink.gateway.plan;

import org.apache.flink.table.api.GroupWindow;
import org.apache.flink.table.api.GroupWindowedTable;
import org.apache.flink.table.api.Over;
import org.apache.flink.table.api.OverWindow;
import org.apache.flink.table.api.OverWindowPartitionedOrdered;
import org.apache.flink.table.api.OverWindowPartitionedOrderedPreceding;
import org.apache.flink.table.api.Session;
import org.apache.flink.table.api.Slide;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.Tumble;
import org.apache.flink.table.api.WindowGroupedTable;
import org.apache.flink.table.expressions.Expression;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.OverWindowProject;
import org.tsflink.proto.v1.WindowAggregate;

import java.util.List;

/** Windows, and aggregations over them. */
final class Windows {

    private Windows() {}

    static Table aggregate(
            WindowAggregate aggregate, Inputs inputs, ExpressionTranslator expressions) {
        return grouped(
                        inputs.get(aggregate.getInput()),
                        aggregate.getWindow(),
                        aggregate.getKeysList(),
                        expressions)
                .select(expressions.translateAll(aggregate.getExpressionsList()));
    }

    static Table over(OverWindowProject over, Inputs inputs, ExpressionTranslator expressions) {
        return inputs.get(over.getInput())
                .window(overWindow(over.getWindow(), expressions))
                .select(expressions.translateAll(over.getExpressionsList()));
    }

    static WindowGroupedTable grouped(
            Table input,
            org.tsflink.proto.v1.GroupWindow window,
            List<org.tsflink.proto.v1.Expression> keys,
            ExpressionTranslator expressions) {
        GroupWindowedTable windowed = input.window(groupWindow(window, expressions));
        return windowed.groupBy(expressions.translateAll(keys));
    }

    private static GroupWindow groupWindow(
            org.tsflink.proto.v1.GroupWindow window, ExpressionTranslator expressions) {
        Expression time = expressions.translate(window.getTime());
        String alias = window.getAlias();
        return switch (window.getWindowCase()) {
            case TUMBLE ->
                    Tumble.over(expressions.translate(window.getTumble().getSize()))
                            .on(time)
                            .as(alias);
            case SLIDE ->
                    Slide.over(expressions.translate(window.getSlide().getSize()))
                            .every(expressions.translate(window.getSlide().getEvery()))
                            .on(time)
                            .as(alias);
            case SESSION ->
                    Session.withGap(expressions.translate(window.getSession().getGap()))
                            .on(time)
                            .as(alias);
            case WINDOW_NOT_SET ->
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID,
                            "The window '%s' lacks its length.".formatted(alias));
        };
    }

    private static OverWindow overWindow(
            org.tsflink.proto.v1.OverWindow window, ExpressionTranslator expressions) {
        OverWindowPartitionedOrdered ordered =
                Over.partitionBy(expressions.translateAll(window.getPartitionByList()))
                        .orderBy(expressions.translate(window.getOrderBy()));
        if (!window.hasPreceding()) {
            return ordered.as(window.getAlias());
        }
        OverWindowPartitionedOrderedPreceding bounded =
                ordered.preceding(expressions.translate(window.getPreceding()));
        if (window.hasFollowing()) {
            bounded = bounded.following(expressions.translate(window.getFollowing()));
        }
        return bounded.as(window.getAlias());
    }
}
