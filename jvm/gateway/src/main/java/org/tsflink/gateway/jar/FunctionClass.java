package org.tsflink.gateway.jar;

import org.apache.flink.table.functions.UserDefinedFunction;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;
import org.tsflink.runtime.function.JarFunction;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The class by whose name Flink makes a function of a jar. */
final class FunctionClass {

    private FunctionClass() {}

    /** The class files of a function, by name. */
    static Map<String, byte[]> compile(
            String packageName,
            String className,
            UserDefinedFunction function,
            Serializable descriptor) {
        String source = source(packageName, className, function.getClass(), descriptor.getClass());
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(FunctionClass.class.getClassLoader());
        try {
            compiler.cook(source);
        } catch (CompileException e) {
            throw new IllegalStateException(source, e);
        }
        return compiler.getBytecodes();
    }

    // What a function can do beyond its kind are interfaces of a nested class, made for our own
    // use.
    private static String source(
            String packageName, String className, Class<?> type, Class<?> descriptor) {
        Class<?> parent = type.isMemberClass() ? type.getEnclosingClass() : type;
        String abilities =
                type.isMemberClass() && type.getInterfaces().length > 0
                        ? Arrays.stream(type.getInterfaces())
                                .map(Class::getName)
                                .collect(Collectors.joining(", ", " implements ", ""))
                        : "";
        return """
                package %s;
                public final class %s extends %s%s {
                    public %2$s() { this(%s.of(%2$s.class)); }
                    private %2$s(%5$s function) {
                        super((%s) function.descriptor(), function.options());
                    }
                }
                """
                .formatted(
                        packageName,
                        className,
                        parent.getName(),
                        abilities,
                        JarFunction.class.getName(),
                        descriptor.getName());
    }
}
