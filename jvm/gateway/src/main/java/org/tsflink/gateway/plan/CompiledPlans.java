package org.tsflink.gateway.plan;

import com.google.protobuf.ByteString;
import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableException;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.CompilePlanResponse;

/** Plans that Flink compiled, as they travel. */
public final class CompiledPlans {

    private CompiledPlans() {}

    /** TableEnvironment.loadPlan(reference) */
    public static CompiledPlan load(
            TableEnvironment environment, org.tsflink.proto.v1.CompiledPlan plan) {
        try {
            return environment.loadPlan(reference(plan));
        } catch (TableException e) {
            // Flink's message is the whole plan.
            throw new GatewayException(
                    ErrorCode.PLAN_UNREADABLE,
                    "This is no plan that Flink can load: " + rootMessage(e),
                    "Give it a plan that compilePlan made, for this version of Flink or an older one.");
        }
    }

    /** A plan and the version that compiled it. */
    public static CompilePlanResponse toProto(CompiledPlan plan, boolean smile) {
        var content = org.tsflink.proto.v1.CompiledPlan.newBuilder();
        if (smile) {
            content.setSmile(ByteString.copyFrom(plan.asSmileBytes()));
        } else {
            content.setJson(plan.asJsonString());
        }
        return CompilePlanResponse.newBuilder()
                .setPlan(content)
                .setFlinkVersion(plan.getFlinkVersion().toString())
                .build();
    }

    private static PlanReference reference(org.tsflink.proto.v1.CompiledPlan plan) {
        return plan.hasSmile()
                ? PlanReference.fromSmileBytes(plan.getSmile().toByteArray())
                : PlanReference.fromJsonString(plan.getJson());
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        return message.substring(0, Math.min(message.length(), 300)).strip();
    }
}
