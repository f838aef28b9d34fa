package org.tsflink.gateway.jar;

import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.util.InstantiationUtil;
import org.tsflink.gateway.Home;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.plan.FunctionTranslator;
import org.tsflink.gateway.session.Session;
import org.tsflink.proto.v1.BuildFunctionJarRequest;
import org.tsflink.proto.v1.JarFunction;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;
import org.tsflink.runtime.process.TypeScriptProcessTableFunction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A jar of functions, as Flink's own SQL knows them: CREATE FUNCTION … USING JAR. */
public final class FunctionJar {

    private final FunctionTranslator translator;
    private final FunctionOptions options;

    /** One of functions that a session has uploaded, with its options. */
    public FunctionJar(Session session) {
        TableConfig configuration = session.environment().getConfig();
        this.translator = new FunctionTranslator(session.artifacts(), configuration);
        this.options = FunctionOptions.from(configuration);
    }

    /** Writes the jar. */
    public void write(BuildFunctionJarRequest request, OutputStream target) {
        try {
            writeEntries(request, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeEntries(BuildFunctionJarRequest request, OutputStream target)
            throws IOException {
        String directory = request.getPackageName().replace('.', '/') + '/';
        Map<String, org.tsflink.runtime.function.JarFunction> functions = new LinkedHashMap<>();
        Set<EngineKind> engines = EnumSet.noneOf(EngineKind.class);
        try (Entries jar = new Entries(target)) {
            for (JarFunction function : request.getFunctionsList()) {
                UserDefinedFunction translated = translator.translate(function.getFunction());
                FunctionDescriptor described = functionOf(translated);
                checkFiles(described);
                engines.add(options.engine().of(described.engine()).kind());
                Serializable descriptor = descriptor(translated);
                functions.put(
                        function.getClassName(),
                        new org.tsflink.runtime.function.JarFunction(descriptor, options));
                for (var compiled :
                        FunctionClass.compile(
                                        request.getPackageName(),
                                        function.getClassName(),
                                        translated,
                                        descriptor)
                                .entrySet()) {
                    jar.add(compiled.getKey().replace('.', '/') + ".class", compiled.getValue());
                }
            }
            // One for all of them, as they share their code.
            jar.add(
                    directory + org.tsflink.runtime.function.JarFunction.RESOURCE,
                    InstantiationUtil.serializeObject(functions));
            if (request.getWithRuntime()) {
                addRuntime(jar, engines);
            }
        }
    }

    private static Serializable descriptor(UserDefinedFunction function) {
        return function instanceof TypeScriptProcessTableFunction process
                ? process.getDescriptor()
                : functionOf(function);
    }

    private static FunctionDescriptor functionOf(UserDefinedFunction function) {
        return function instanceof TypeScriptProcessTableFunction process
                ? process.getDescriptor().function()
                : ((TypeScriptFunction) function).getDescriptor();
    }

    // Flink's distributed cache has them for a job of a program; SQL has nobody to put them there.
    private static void checkFiles(FunctionDescriptor function) {
        if (function.artifact().hasFiles()) {
            throw new GatewayException(
                    ErrorCode.FUNCTION_NOT_SHIPPABLE,
                    "The function '%s' reads files, which a jar of functions cannot take along."
                            .formatted(function.name()),
                    "Import the data as a module, or run the function from a program.");
        }
    }

    private static void addRuntime(Entries jar, Set<EngineKind> engines) throws IOException {
        for (Path path : Home.jars("runtime")) {
            jar.addAll(path);
        }
        if (engines.stream().anyMatch(engine -> engine != EngineKind.EMBEDDED)) {
            for (Path path : Home.jars("worker")) {
                jar.addAll(path);
            }
        }
    }

    /** The entries of the jar that is written; of two of one name the first stays. */
    private static final class Entries implements AutoCloseable {
        private final JarOutputStream output;
        private final Set<String> names = new HashSet<>();

        Entries(OutputStream target) throws IOException {
            output = new JarOutputStream(target);
        }

        void add(String name, byte[] content) throws IOException {
            if (names.add(name)) {
                output.putNextEntry(new ZipEntry(name));
                output.write(content);
                output.closeEntry();
            }
        }

        void addAll(Path path) throws IOException {
            try (JarFile source = new JarFile(path.toFile())) {
                for (Enumeration<? extends ZipEntry> entries = source.entries();
                        entries.hasMoreElements(); ) {
                    ZipEntry entry = entries.nextElement();
                    // Manifests and signatures are of the jar that had them.
                    boolean kept =
                            !entry.isDirectory()
                                    && (!entry.getName().startsWith("META-INF/")
                                            || entry.getName().startsWith("META-INF/services/"));
                    if (kept) {
                        try (InputStream content = source.getInputStream(entry)) {
                            add(entry.getName(), content.readAllBytes());
                        }
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
