package io.visitwatch.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.gazetteer.GazetteerDoctor.Finding;
import io.visitwatch.enrich.gazetteer.GazetteerDoctor.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerDoctorTest {
    private static final LocalDate DAY = LocalDate.parse("2020-06-01");

    private static Term term(String person, String country, String office, String start, String end) {
        LocalDate last = end.isEmpty() ? null : LocalDate.parse(end);
        return new Term(person, country, office, "", null, LocalDate.parse(start), last, null);
    }

    private static List<Finding> examine(GazetteerSink.Source source) {
        return GazetteerDoctor.examine(Gazetteer.bundledWith(List.of(source), "test"), DAY);
    }

    @Test
    void findsAnOfficeThatHasLostItsHolder() {
        assertThat(examine(sink -> {
                    sink.addPerson("t-1", "Only Holder", false);
                    sink.addTerm(term("t-1", "TV", "defence-minister", "2010-01-01", "2015-01-01"));
                }))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.POST_WITHOUT_HOLDER);
                    assertThat(finding.subject()).isEqualTo("TV defence-minister");
                });
    }

    @Test
    void findsOnePersonUnderTwoIds() {
        assertThat(examine(sink -> {
                    sink.addPerson("t-1", "Double Testperson", false);
                    sink.addPerson("t-2", "Double Testperson", false);
                    sink.addTerm(term("t-1", "TV", "defence-minister", "2010-01-01", "2015-01-01"));
                    sink.addTerm(term("t-2", "TV", "foreign-minister", "2015-01-02", "2016-01-01"));
                }))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.DOUBLE_ID);
                    assertThat(finding.subject()).isEqualTo("double testperson");
                });
    }

    @Test
    void tellsANamesakeFromADouble() {
        assertThat(examine(sink -> {
                    sink.addPerson("t-1", "Namesake Testperson", false);
                    sink.addPerson("t-2", "Namesake Testperson", false);
                    sink.addTerm(term("t-1", "TV", "defence-minister", "2010-01-01", "2015-01-01"));
                    sink.addTerm(term("t-2", "FJ", "foreign-minister", "2015-01-02", "2016-01-01"));
                }))
                .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.COLLIDING_NAME));
    }

    @Test
    void findsATermNobodyHasSeenTheEndOf() {
        assertThat(examine(sink -> {
                    sink.addPerson("t-1", "Forgotten Testperson", false);
                    LocalDate start = LocalDate.parse("2001-01-01");
                    sink.addTerm(new Term("t-1", "TV", "defence-minister", "", null, start, null, start));
                }))
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.END_UNKNOWN);
                    assertThat(finding.subject()).isEqualTo("t-1 Forgotten Testperson");
                });
    }
}
