package io.visitwatch.alerts.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.Alerts;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;

class VisitCalendarTest {
    private static final String LONG = "وصل وزير الخارجية، كمال آيدن؛ إلى بغداد ".repeat(12) + "\\ end, of; text";

    @Test
    void isReadByACalendarLibrary() throws Exception {
        Component event = read(Alerts.arrival().saying("t", LONG).build().visit());
        assertThat(value(event, Property.UID)).isEqualTo("v1@visitwatch");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20260310");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo(Plain.line(LONG));
    }

    @Test
    void aPlanIsTentativeAndACalledOffVisitCancelled() throws Exception {
        assertThat(value(read(visit(VisitStatus.ANNOUNCED)), Property.STATUS)).isEqualTo("TENTATIVE");
        assertThat(value(read(visit(VisitStatus.POSTPONED)), Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void foldsLinesAtSeventyFiveOctets() {
        String calendar = VisitCalendar.of(
                List.of(Alerts.arrival().saying("t", LONG).build().visit()));
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    private static Visit visit(VisitStatus status) {
        return Alerts.arrival().with(VisitChange.NEW_VISIT, status).build().visit();
    }

    private static Component read(Visit visit) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(VisitCalendar.of(List.of(visit))));
        List<CalendarComponent> events = calendar.getComponents(Component.VEVENT);
        return events.get(0);
    }

    private static String value(Component event, String name) {
        Optional<Property> property = event.getProperty(name);
        return property.map(Property::getValue).orElseThrow();
    }
}
