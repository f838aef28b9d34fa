package org.tsflink.gateway.plan;

import org.apache.flink.table.types.inference.StaticArgumentTrait;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.FunctionDefinition;
import org.tsflink.proto.v1.OutputChanges;
import org.tsflink.proto.v1.ProcessTable;
import org.tsflink.proto.v1.TableTrait;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.process.ProcessArgument;
import org.tsflink.runtime.process.ProcessDescriptor;
import org.tsflink.runtime.state.StateEntry;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What process table functions have besides what all functions have. */
final class ProcessTranslator {

    private ProcessTranslator() {}

    static ProcessDescriptor translate(FunctionDescriptor descriptor, FunctionDefinition function) {
        ProcessTable process = function.getProcessTable();
        return new ProcessDescriptor(
                descriptor,
                process.getArgumentsList().stream().map(ProcessTranslator::argument).toList(),
                process.getStateList().stream().map(ProcessTranslator::state).toList(),
                changes(process.getChanges()));
    }

    private static ProcessArgument argument(org.tsflink.proto.v1.ProcessArgument argument) {
        Set<StaticArgumentTrait> traits = EnumSet.noneOf(StaticArgumentTrait.class);
        argument.getTraitsList().forEach(trait -> traits.add(trait(trait)));
        return new ProcessArgument(
                argument.getName(),
                argument.hasType() ? FunctionTranslator.declared(argument.getType()) : null,
                traits,
                argument.getOptional());
    }

    static StateEntry state(org.tsflink.proto.v1.StateEntry entry) {
        return new StateEntry(
                entry.getName(),
                switch (entry.getKind()) {
                    case STATE_KIND_VALUE -> StateEntry.Kind.VALUE;
                    case STATE_KIND_LIST_VIEW -> StateEntry.Kind.LIST_VIEW;
                    case STATE_KIND_MAP_VIEW -> StateEntry.Kind.MAP_VIEW;
                    case STATE_KIND_UNSPECIFIED, UNRECOGNIZED -> throw unknown("kind of state");
                },
                entry.hasKey() ? FunctionTranslator.declared(entry.getKey()) : null,
                FunctionTranslator.declared(entry.getValue()),
                entry.hasTimeToLiveMillis()
                        ? Duration.ofMillis(entry.getTimeToLiveMillis())
                        : null);
    }

    private static StaticArgumentTrait trait(TableTrait trait) {
        return switch (trait) {
            case TABLE_TRAIT_ROW_SEMANTICS -> StaticArgumentTrait.ROW_SEMANTIC_TABLE;
            case TABLE_TRAIT_SET_SEMANTICS -> StaticArgumentTrait.SET_SEMANTIC_TABLE;
            case TABLE_TRAIT_PASS_COLUMNS_THROUGH -> StaticArgumentTrait.PASS_COLUMNS_THROUGH;
            case TABLE_TRAIT_SUPPORT_UPDATES -> StaticArgumentTrait.SUPPORT_UPDATES;
            case TABLE_TRAIT_REQUIRE_ON_TIME -> StaticArgumentTrait.REQUIRE_ON_TIME;
            case TABLE_TRAIT_OPTIONAL_PARTITION_BY -> StaticArgumentTrait.OPTIONAL_PARTITION_BY;
            case TABLE_TRAIT_REQUIRE_UPDATE_BEFORE -> StaticArgumentTrait.REQUIRE_UPDATE_BEFORE;
            case TABLE_TRAIT_REQUIRE_FULL_DELETE -> StaticArgumentTrait.REQUIRE_FULL_DELETE;
            case TABLE_TRAIT_UNSPECIFIED, UNRECOGNIZED -> throw unknown("trait of a table");
        };
    }

    private static ProcessDescriptor.OutputChanges changes(OutputChanges changes) {
        return switch (changes) {
            case OUTPUT_CHANGES_INSERT -> ProcessDescriptor.OutputChanges.INSERT;
            case OUTPUT_CHANGES_RETRACT -> ProcessDescriptor.OutputChanges.RETRACT;
            case OUTPUT_CHANGES_UPSERT -> ProcessDescriptor.OutputChanges.UPSERT;
            case OUTPUT_CHANGES_UNSPECIFIED, UNRECOGNIZED -> throw unknown("changelog mode");
        };
    }

    private static GatewayException unknown(String what) {
        return new GatewayException(
                ErrorCode.PLAN_INVALID,
                "A process table function has a " + what + " that this gateway does not know.",
                "Use a client of the gateway's version.");
    }
}
