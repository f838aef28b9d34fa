package org.tsflink.gateway.results;

import io.grpc.stub.ServerCallStreamObserver;
import org.apache.flink.table.api.internal.TableResultImpl;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.CloseableIterator;
import org.tsflink.gateway.errors.ErrorMapper;
import org.tsflink.gateway.errors.JobOperators;
import org.tsflink.gateway.results.BatchedStream.AbandonedException;
import org.tsflink.proto.v1.FetchResultsResponse;
import org.tsflink.proto.v1.ResultFormat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** Reads results, each on a thread of its own, and streams them to their clients. */
public final class ResultStreamer {

    private final JobOperators jobs;
    private final ExecutorService readers;
    private final ScheduledExecutorService timer;

    public ResultStreamer(
            ExecutorService readers, ScheduledExecutorService timer, JobOperators jobs) {
        this.jobs = jobs;
        this.readers = readers;
        this.timer = timer;
    }

    /**
     * Streams a result. To be called on the thread that began the call, as gRPC wants its handlers
     * set there.
     *
     * @param onEnd runs when the result is read to its end, has failed or was abandoned
     */
    public void stream(
            Result result,
            ResultFormat format,
            ServerCallStreamObserver<FetchResultsResponse> observer,
            Runnable onEnd) {
        TableResultInternal table = result.consume();
        CloseableIterator<RowData> rows = table.collectInternal();
        if (format == ResultFormat.RESULT_FORMAT_TABLEAU) {
            TextBatch batch = new TextBatch();
            start(observer, batch, onEnd, stream -> print(table, rows, stream));
        } else {
            RowType type =
                    (RowType) table.getResolvedSchema().toPhysicalRowDataType().getLogicalType();
            RowsBatch batch = new RowsBatch(new RowDataSerializer(type));
            start(
                    observer,
                    batch,
                    onEnd,
                    stream -> {
                        while (rows.hasNext()) {
                            RowData row = rows.next();
                            stream.write(rowsBatch -> rowsBatch.add(row));
                        }
                    });
        }
    }

    private <B extends Batch> void start(
            ServerCallStreamObserver<FetchResultsResponse> observer,
            B batch,
            Runnable onEnd,
            Reading<B> reading) {
        BatchedStream<B> stream = new BatchedStream<>(observer, timer, batch);
        observer.setOnReadyHandler(stream::wakeUp);
        observer.setOnCancelHandler(
                () -> {
                    stream.wakeUp();
                    onEnd.run();
                });
        readers.execute(
                () -> {
                    try {
                        reading.read(stream);
                        stream.complete();
                    } catch (AbandonedException e) {
                        // The cancel handler ends the query.
                    } catch (Throwable e) {
                        stream.fail(ErrorMapper.toStatus(e, jobs));
                    } finally {
                        onEnd.run();
                    }
                });
    }

    private static void print(
            TableResultInternal table,
            CloseableIterator<RowData> rows,
            BatchedStream<TextBatch> stream) {
        Writer lines =
                new Writer() {
                    @Override
                    public void write(char[] characters, int offset, int length) {
                        stream.write(batch -> batch.add(characters, offset, length));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        // Without a buffer of its own, so that lines leave when they are written.
        ((TableResultImpl) table).getPrintStyle().print(rows, new PrintWriter(lines, false));
    }

    /** Reads all rows of a result into a stream. */
    private interface Reading<B extends Batch> {
        void read(BatchedStream<B> stream);
    }
}
