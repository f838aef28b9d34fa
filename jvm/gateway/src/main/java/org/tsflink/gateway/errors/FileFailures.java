package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;

/** A file or directory that is not there. */
final class FileFailures implements Classifier {

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (Cause cause : causes) {
            if (cause.is("FileNotFoundException") || cause.is("NoSuchFileException")) {
                return Failure.of(
                        ErrorCode.FILE_NOT_FOUND,
                        "A file is not there: " + cause.text(),
                        "Check the table's option 'path'. It is read where Flink runs, which may be another machine.");
            }
        }
        return null;
    }
}
