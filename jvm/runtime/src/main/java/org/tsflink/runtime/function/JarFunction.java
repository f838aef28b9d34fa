package org.tsflink.runtime.function;

import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.InstantiationUtil;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;

/**
 * A function of a jar that `tsflink build` made. Each has a class of its own there, which Flink
 * makes by its name, and which reads here what it is.
 *
 * @param descriptor what the constructor of its super class takes first
 */
public record JarFunction(Serializable descriptor, FunctionOptions options)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The resource beside the classes that has all of them, by the simple names of the classes. */
    public static final String RESOURCE = "tsflink.functions";

    /** The function that a class of a jar stands for. */
    public static JarFunction of(Class<?> type) {
        try (InputStream resource = type.getResourceAsStream(RESOURCE)) {
            Map<String, JarFunction> functions =
                    InstantiationUtil.deserializeObject(
                            resource.readAllBytes(), JarFunction.class.getClassLoader());
            return functions.get(type.getSimpleName());
        } catch (IOException | ClassNotFoundException e) {
            throw new FlinkRuntimeException(
                    "The functions of " + type.getName() + " cannot be read from its jar", e);
        }
    }
}
