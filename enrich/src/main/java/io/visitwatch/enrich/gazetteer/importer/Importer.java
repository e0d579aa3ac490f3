package io.visitwatch.enrich.gazetteer.importer;

import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.io.IOException;
import java.nio.file.Path;

/** Reads files of one format. */
interface Importer {
    /**
     * Reads a file into a gazetteer.
     *
     * @throws IOException when the file cannot be read at all; records that cannot be used are counted instead
     */
    void read(Path file, GazetteerSink sink, Counter counter) throws IOException;
}
