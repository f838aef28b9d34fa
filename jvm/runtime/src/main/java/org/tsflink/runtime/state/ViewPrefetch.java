package org.tsflink.runtime.state;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Which views go along with a batch to a process that is far: those that functions read anyway,
 * where they hold little. What they hold is otherwise asked for, a message to and fro for each
 * read.
 */
final class ViewPrefetch {
    private static final int MOST_ENTRIES = 64;
    private static final int MOST_BYTES = 1 << 14;
    private static final int MOST_BYTES_OF_ALL = 1 << 20;

    /** A view is read often if it is for one accumulator, or partition, of so many. */
    private static final int OFTEN = 4;

    private final ViewAccess[] accesses;

    /** Of the batch, by view: how often functions asked for what it holds. */
    private final int[] reads;

    private final boolean[] ahead;
    private int owners;

    ViewPrefetch(ViewAccess[] accesses) {
        this.accesses = accesses;
        reads = new int[accesses.length];
        ahead = new boolean[accesses.length];
    }

    /** A batch of so many accumulators, or partitions, begins. */
    void begin(int of) {
        for (int view = 0; view < reads.length; view++) {
            ahead[view] |= owners > 0 && reads[view] * OFTEN >= owners;
            reads[view] = 0;
        }
        owners = of;
    }

    void isRead(int view) {
        reads[view]++;
    }

    /** The number, size and content of each view. */
    Answer gather(Views views) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (int view = 0; view < accesses.length; view++) {
                if (ahead[view]) {
                    gather(view, views, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size() == 0 ? Answer.NOTHING : Answer.of(bytes.toByteArray());
    }

    private void gather(int view, Views views, DataOutputStream out) throws IOException {
        int tooLarge = 0;
        for (int owner = 0; owner < owners && out.size() < MOST_BYTES_OF_ALL; owner++) {
            ViewAccess access = accesses[view];
            access.pointTo(views.view(owner, view));
            byte[] content = access.content(MOST_ENTRIES);
            if (content == null || content.length > MOST_BYTES) {
                tooLarge++;
            } else {
                out.writeInt(owner * accesses.length + view);
                out.writeInt(content.length);
                out.write(content);
            }
        }
        // Then it is asked for, until it is read often again.
        ahead[view] = tooLarge * 2 <= owners;
    }
}
