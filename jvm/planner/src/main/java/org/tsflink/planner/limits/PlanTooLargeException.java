package org.tsflink.planner.limits;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.api.TableException;

/** A plan that is refused before Flink begins to optimize it. */
public final class PlanTooLargeException extends TableException {

    PlanTooLargeException(String what, long count, long most, ConfigOption<?> option) {
        super(
                "%s: %d, and at most %d by the option '%s'"
                        .formatted(what, count, most, option.key()));
    }
}
