package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-05|2024-03-05",
                "2024-03-05T08:15:00+03:00|2024-03-05",
                "2024/3/5 08:15|2024-03-05",
                "20240305|2024-03-05",
                "20240305T081500Z|2024-03-05",
                "1709626500|2024-03-05",
                "1709626500000|2024-03-05",
                "Tue, 05 Mar 2024 08:15:00 GMT|2024-03-05",
                "March 5, 2024|2024-03-05",
                "Tuesday, March 5th, 2024 at 8:15 a.m.|2024-03-05",
                "5 March 2024|2024-03-05",
                "5th of March 2024|2024-03-05",
                "05.03.2024|2024-03-05",
                "5.3.2024, 08:15 Uhr|2024-03-05",
                "5. März 2024|2024-03-05",
                "5 mars 2024 à 09h15|2024-03-05",
                "5 de marzo de 2024|2024-03-05",
                "5 de março de 2024|2024-03-05",
                "5 Mart 2024 Salı|2024-03-05",
                "5 Şubat 2024|2024-02-05",
                "5 марта 2024 г.|2024-03-05",
                "5 آذار 2024|2024-03-05",
                "الثلاثاء ٥ مارس ٢٠٢٤|2024-03-05",
                "21 تشرين الثاني/نوفمبر 2023|2023-11-21",
                "31 كانون الأول 2023|2023-12-31",
                "۱۵ اسفند ۱۴۰۲|2024-03-05",
                "۱۴۰۲/۱۲/۱۵|2024-03-05",
                "سه‌شنبه ۱ فروردین ۱۴۰۲|2023-03-21",
                "5 شوبات 2024|2024-02-05",
                "2024年3月5日 9時15分|2024-03-05",
                "2024년 3월 5일|2024-03-05",
                "25/12/2023|2023-12-25",
                "입력 2024. 3. 5. 오후 6:30|2024-03-05",
                "5 במרץ 2024|2024-03-05",
                "5 मार्च 2024|2024-03-05",
                "5 มีนาคม 2567|2024-03-05",
                "5 มี.ค. 2567|2024-03-05",
                "Ngày 5 tháng 3 năm 2024|2024-03-05",
                "Tue Mar 05 18:30:00 UTC 2024|2024-03-05",
                "2024 m. kovo 5 d.|2024-03-05",
                "2024. gada 5. marts|2024-03-05",
                "5. märts 2024|2024-03-05",
                "5 მარტი 2024|2024-03-05",
                "5 մարտի 2024|2024-03-05",
                "2024 жылғы 5 наурыз|2024-03-05",
                "5. марта 2024.|2024-03-05",
                "5 de febrer de 2024|2024-02-05",
                "2024ko otsailaren 5a|2024-02-05",
                "Pebrero 5, 2024|2024-02-05",
                "5 shkurt 2024|2024-02-05",
                "12/25/2023|2023-12-25",
            })
    void readsDatesOfManyLanguages(String text, String day) {
        for (String tag : new String[] {"en", "tr", "ar-SA-u-ca-islamic", "fa-u-nu-arabext", "th-TH-u-ca-buddhist"}) {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag(tag));
                DateText.Stated date = stated(text, null);
                assertThat(date.day()).as(text + " under " + tag).hasToString(day);
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void readsAYearOfTwoDigitsOnlyAfterDayAndMonth() {
        assertThat(DateText.parse("05.02.24, 18:30", false)).isNull();
        assertThat(Objects.requireNonNull(DateText.parseShortYear("Stand: 05.02.24, 18:30"))
                        .day())
                .hasToString("2024-02-05");
        for (String none : new String[] {"1.2.3", "10.15.24", "192.168.10.24", "5.2.2024", "", "Version 2.14.24.1"}) {
            assertThat(DateText.parseShortYear(none)).as(none).isNull();
        }
        assertThat(Objects.requireNonNull(DateText.parse("Tue Mar 05 18:30:00 UTC 2024", false))
                        .time())
                .hasToString("2024-03-05T18:30Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "03/04/2024",
                "2024-13-05",
                "45 March 2024",
                "31.02.2024",
                "March 2024",
                "mayor 5 2 of 10",
                "Call 0300 123 4567",
                "1403/13/01",
                "99999-01-01",
                "2024"
            })
    void inventsNothing(String text) {
        assertThat(DateText.parse(text, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-05T08:15:00+03:00|2024-03-05T08:15+03:00",
                "2024-03-05T08:15:00.123456Z|2024-03-05T08:15Z",
                "2024-03-05 08:15:00 +0300|2024-03-05T08:15+03:00",
                "Tue, 05 Mar 2024 08:15:00 EST|2024-03-05T08:15-05:00",
                "March 5, 2024 8:15 PM GMT|2024-03-05T20:15Z",
                "March 5, 2024 12:15 AM UTC|2024-03-05T00:15Z",
            })
    void readsTheTimeWhereAZoneIsStated(String text, String time) {
        DateText.Stated date = stated(text, null);
        assertThat(date.time()).hasToString(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05T08:15:00",
                "5 March 2024 08:15",
                "2024-03-05",
                "5 March 2024 08:15 XYZ",
                "2024-03-05T27:15:00Z"
            })
    void knowsOnlyTheDayWhereNoZoneIsStated(String text) {
        DateText.Stated date = stated(text, null);
        assertThat(date.time()).isNull();
    }

    @Test
    void readsAmbiguousNumbersByTheHabitOfThePage() {
        assertThat(stated("03/04/2024", true).day()).hasToString("2024-03-04");
        assertThat(stated("03/04/2024", false).day()).hasToString("2024-04-03");
    }

    @Test
    void convertsTheSolarCalendarOfIran() {
        assertThat(SolarHijri.toGregorian(1403, 1, 1)).hasToString("2024-03-20");
        assertThat(SolarHijri.toGregorian(1399, 12, 30)).hasToString("2021-03-20");
        assertThat(SolarHijri.toGregorian(1357, 11, 22)).hasToString("1979-02-11");
        assertThat(SolarHijri.toGregorian(1403, 7, 31)).isNull();
    }

    private static DateText.Stated stated(String text, @Nullable Boolean monthFirst) {
        return Objects.requireNonNull(DateText.parse(text, monthFirst), () -> "no date in " + text);
    }
}
