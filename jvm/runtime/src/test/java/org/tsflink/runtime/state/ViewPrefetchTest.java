package org.tsflink.runtime.state;

import org.apache.flink.table.api.dataview.ListView;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ViewPrefetchTest {
    private static final int OWNERS = 8;
    private static final int LIST = 0;
    private static final int MAP = 1;

    private final ViewAccess[] accesses = {
        new ListViewAccess(new IntType(false)),
        new MapViewAccess(new IntType(false), new BigIntType(false))
    };
    private final ViewPrefetch prefetch = new ViewPrefetch(accesses);
    private final List<ListView<Integer>> lists = new ArrayList<>();
    private final List<MapView<Integer, Long>> maps = new ArrayList<>();

    @BeforeEach
    void fill() throws Exception {
        for (int owner = 0; owner < OWNERS; owner++) {
            lists.add(new ListView<>());
            lists.get(owner).add(owner);
            maps.add(new MapView<>());
            maps.get(owner).put(owner, 1L);
        }
    }

    /** The numbers of the views that go along with a batch in which views are read so often. */
    private List<Integer> batch(int listReads, int mapReads) {
        prefetch.begin(OWNERS);
        Answer answer =
                prefetch.gather((owner, view) -> view == LIST ? lists.get(owner) : maps.get(owner));
        Collections.nCopies(listReads, LIST).forEach(prefetch::isRead);
        Collections.nCopies(mapReads, MAP).forEach(prefetch::isRead);
        List<Integer> numbers = new ArrayList<>();
        if (answer.bytes() != null) {
            for (ByteBuffer bytes = ByteBuffer.wrap(answer.bytes()); bytes.hasRemaining(); ) {
                numbers.add(bytes.getInt());
                int size = bytes.getInt();
                assertThat(size).isPositive();
                bytes.position(bytes.position() + size);
            }
        }
        return numbers;
    }

    @Test
    void viewsThatAreReadOftenGoAlong() {
        assertThat(batch(1, 2)).isEmpty();
        assertThat(batch(0, 0)).containsExactly(1, 3, 5, 7, 9, 11, 13, 15);
        // Nobody asks for what came: it goes on coming.
        assertThat(batch(100, 0)).hasSize(OWNERS);
        assertThat(batch(0, 0)).hasSize(2 * OWNERS);
    }

    @Test
    void whatIsLargeIsAskedFor() throws Exception {
        batch(OWNERS, OWNERS);
        for (int i = 0; i < 100; i++) {
            maps.get(0).put(i, 1L);
        }
        assertThat(batch(0, 1)).hasSize(2 * OWNERS - 1).doesNotContain(1);
        for (MapView<Integer, Long> map : maps) {
            for (int i = 0; i < 100; i++) {
                map.put(i, 1L);
            }
        }
        // Each is looked at once more, and no longer then.
        assertThat(batch(0, OWNERS)).hasSize(OWNERS).allMatch(number -> number % 2 == LIST);
        maps.forEach(MapView::clear);
        assertThat(batch(0, 0)).hasSize(2 * OWNERS);
    }
}
