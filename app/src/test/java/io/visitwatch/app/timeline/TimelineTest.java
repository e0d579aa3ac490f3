package io.visitwatch.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.app.SampleVisits;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TimelineTest {
    private static final List<Visit> VISITS = List.of(
            SampleVisits.visit("1", "A", "TR", "2024-01-05", VisitStatus.ARRIVED, "a1"),
            SampleVisits.visit("2", "B", "TR", "2024-01-25", VisitStatus.ENDED, "a2"),
            SampleVisits.visit("3", "C", "FR", "2025-03-01", VisitStatus.ANNOUNCED, "a3"),
            SampleVisits.visit("4", "D", "IR", "2025-03-02", VisitStatus.DENIED, "a4"));

    @Test
    void countsVisitsByMonthAndCountryButNotThoseCalledOff() {
        assertThat(TimelineText.csv(Timeline.of(VISITS)))
                .isEqualTo("month,country,visits\n2024-01,TR,2\n2025-03,FR,1\n");
    }

    @Test
    void namesTheBusiestCountryFirst() {
        assertThat(Timeline.of(VISITS).countries()).containsExactly("TR", "FR");
        assertThat(TimelineText.text(Timeline.of(VISITS))).contains("2024    2 ##", "TR 2");
    }

    @Test
    void drawsWellFormedPicturesThatNeedNothingElse() throws Exception {
        String svg = TimelineChart.svg(Timeline.of(VISITS));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(2);
        assertThat(TimelineChart.html(Timeline.of(VISITS), "<i>Visits</i>"))
                .contains("&lt;i&gt;Visits&lt;/i&gt;")
                .doesNotContain("<script", "<link", "src=");
        assertThat(TimelineChart.svg(Timeline.of(List.of()))).contains("No visits");
    }
}
