package io.visitwatch.enrich.gazetteer.importer;

import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.gazetteer.Term;
import io.visitwatch.enrich.gazetteer.importer.ImportReport.Counter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Turns a held position, as most sources give it, into a term; what is wrong with it is counted. */
final class TermImport {
    private final OfficeTitles titles;
    private final GazetteerSink sink;
    private final Counter counter;

    TermImport(OfficeTitles titles, GazetteerSink sink, Counter counter) {
        this.titles = titles;
        this.sink = sink;
        this.counter = counter;
    }

    /**
     * Adds a term.
     *
     * @param title English title of the position
     * @param country country the source gives; null when it leaves it to the title
     * @param start date text, may be empty
     * @param end date text, may be empty
     * @param current whether the source says that the term goes on
     */
    void add(String person, String title, @Nullable String country, String start, String end, boolean current) {
        OfficeTitles.Title read = titles.read(title).orElse(null);
        if (read == null) {
            counter.skip("office not understood", person + ": " + title);
            return;
        }
        String actsFor = country == null ? read.country() : country;
        if (actsFor == null || !sink.knowsCountry(actsFor)) {
            counter.skip("no known country", person + ": " + title);
            return;
        }
        LocalDate first = ImportDates.first(start);
        LocalDate last = ImportDates.last(end);
        if (first == null && last == null) {
            counter.skip("no usable date", person + ": " + title);
            return;
        }
        if (first != null && last != null && last.isBefore(first)) {
            counter.skip("ends before it starts", person + ": " + title + " " + start + " to " + end);
            return;
        }
        LocalDate lastSeen = last != null || current ? null : first;
        sink.addTerm(new Term(person, actsFor, read.kind(), title, null, first, last, lastSeen));
        counter.took("terms");
    }
}
