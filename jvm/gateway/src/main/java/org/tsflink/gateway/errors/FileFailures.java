package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** A file or directory that is not there. */
final class FileFailures implements Classifier {

    private static final Pattern RESOURCE =
            Pattern.compile(
                    "^(?:jar|file|archive|jar or artifact) resource \\[", Pattern.CASE_INSENSITIVE);

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (Cause cause : causes) {
            if (cause.is("FileNotFoundException") || cause.is("NoSuchFileException")) {
                return Failure.of(
                        ErrorCode.FILE_NOT_FOUND,
                        "A file is not there: " + cause.text(),
                        RESOURCE.matcher(cause.message()).find()
                                ? "It is read where the gateway runs: give a path from the root, or the address of a file system."
                                : "Check the table's option 'path'. It is read where Flink runs, which may be another machine.");
            }
        }
        return null;
    }
}
