package io.visitwatch.bench;

import java.nio.file.Path;
import java.util.List;

/** Something that can be measured. */
public interface Measurement {
    /** Ids of the rows it gives. */
    List<String> ids();

    /** Measures. */
    List<Row> run(Setup setup) throws Exception;

    /**
     * How to measure.
     *
     * @param rounds interleaved rounds
     * @param data folder of development data beside the checkout; measurements over it give no row where it is missing
     */
    record Setup(int rounds, Path data) {}
}
