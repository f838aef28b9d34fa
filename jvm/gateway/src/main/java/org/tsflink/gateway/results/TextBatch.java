package org.tsflink.gateway.results;

import org.tsflink.proto.v1.FetchResultsResponse;

/** Lines of text. */
final class TextBatch implements Batch {

    private final StringBuilder text = new StringBuilder();

    void add(char[] characters, int offset, int length) {
        text.append(characters, offset, length);
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public FetchResultsResponse take() {
        String lines = text.toString();
        text.setLength(0);
        return FetchResultsResponse.newBuilder().setText(lines).build();
    }
}
