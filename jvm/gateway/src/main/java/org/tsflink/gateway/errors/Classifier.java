package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;

/** Knows one family of failures. */
interface Classifier {

    /**
     * What the failure means, or null if it is of another family.
     *
     * @param causes the outermost first
     */
    @Nullable
    Failure classify(List<Cause> causes, Statement statement);
}
