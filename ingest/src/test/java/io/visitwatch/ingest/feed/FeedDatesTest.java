package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 06 May 2019 07:00:00 GMT                | 2019-05-06T07:00:00Z
            Mon, 6 May 2019 07:00 +0300                  | 2019-05-06T04:00:00Z
            06 May 19 07:00:00 EST                       | 2019-05-06T12:00:00Z
            Mon, 06 May 2019 07:00:00 IST                | 2019-05-06T01:30:00Z
            Mon, 06 May 2019 07:00:00 Asia/Baghdad       | 2019-05-06T04:00:00Z
            Mon, 06 May 2019 07:00:00 QQQ                | 2019-05-06T07:00:00Z
            Friday, 21 June 2013 - 08:00 PM (GMT+3)      | 2013-06-21T17:00:00Z
            Mon May 6 07:00:00 2019                      | 2019-05-06T07:00:00Z
            Mon, 06 May 2019 24:00:00 GMT                | 2019-05-07T00:00:00Z
            Sun, 30 Jun 2019 23:59:60 GMT                | 2019-07-01T00:00:00Z
            May 6th, 2019, 7:05 p.m.                     | 2019-05-06T19:05:00Z
            12:05 AM 6 May 2019                          | 2019-05-06T00:05:00Z
            2019-05-06T07:00:00.123456Z                  | 2019-05-06T07:00:00.123456Z
            Mo, 06 Mai 2019 07:00:00 MEZ                 | 2019-05-06T06:00:00Z
            2019-05-06T07:00:00.987654321+03:00          | 2019-05-06T04:00:00.987654321Z
            2019-05-06T07:00:00+03:00Z                   | 2019-05-06T04:00:00Z
            2019-5-6t7:00:00z                            | 2019-05-06T07:00:00Z
            20190506T070000-0500                         | 2019-05-06T12:00:00Z
            20190506                                     | 2019-05-06T00:00:00Z
            2019-05                                      | 2019-05-01T00:00:00Z
            2019-126                                     | 2019-05-06T00:00:00Z
            1557126000                                   | 2019-05-06T07:00:00Z
            1557126000500                                | 2019-05-06T07:00:00.500Z
            06.05.2019 07:00                             | 2019-05-06T07:00:00Z
            26/05/2019 07:00                             | 2019-05-26T07:00:00Z
            5/26/2019 7:00:00 AM                         | 2019-05-26T07:00:00Z
            5/6/2019 7:00 PM                             | 2019-05-06T19:00:00Z
            2019年5月6日 07:00                            | 2019-05-06T07:00:00Z
            2019년 05월 06일 오후 07:00                    | 2019-05-06T10:00:00Z
            lun., 06 mai 2019 07h00                      | 2019-05-06T07:00:00Z
            mar, 05 dic 2023 08:15:00 +0100              | 2023-12-05T07:15:00Z
            Pazartesi, 6 Mayıs 2019 07:00 +0300          | 2019-05-06T04:00:00Z
            6 Ekim 2019                                  | 2019-10-06T00:00:00Z
            الاثنين، 6 أيار 2019 - 07:00                 | 2019-05-06T07:00:00Z
            6 كانون الثاني 2019                           | 2019-01-06T00:00:00Z
            ٢٠١٩-٠٥-٠٦ ٠٧:٠٠                              | 2019-05-06T07:00:00Z
            """)
    void readsWhatPublishersWrite(String text, String instant) {
        assertThat(FeedDates.parse(text)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "12:30",
                "2 hours ago",
                "Updated 5 minutes ago",
                "May 2019",
                "Mon, 6 May 07:00:00 GMT",
                "Mon, 45 Mar 2019 07:00:00 GMT",
                "Fri, 29 Feb 2019 07:00:00 GMT",
                "2019-13-05T07:00:00Z",
                "2019-02-30",
                "2019-05-06T25:00:00Z",
                "2019-05-06T07:61:00Z",
                "Mon, 06 May 2019 07:00:00 +9900",
                "0000-00-00 00:00:00",
                "0001-01-01T00:00:00Z",
                "1397/12/15 10:00",
                "05/06/2019 07:00",
                "19-05-06",
                "99999999999",
                "1,557,126,000"
            })
    void leavesOutWhatIsNoDateOrCouldBeTwo(String text) {
        assertThat(FeedDates.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-IQ", "fa-IR", "th-TH-u-ca-buddhist"})
    void readsTheSameUnderEveryDefaultLocale(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(FeedDates.parse("FRI, 06 APRIL 2018 07:00:00 GMT")).isEqualTo(Instant.parse("2018-04-06T07:00:00Z"));
        assertThat(FeedDates.parse("6 MAYIS 2019")).isEqualTo(Instant.parse("2019-05-06T00:00:00Z"));
    }

    @Test
    void agreesWithTheGeneralTableOnUsualForms() {
        for (String usual : new String[] {"Mon, 06 May 2019 07:08:09 +0330", "2019-05-06T07:08:09-03:30"}) {
            assertThat(UsualDate.parse(usual))
                    .isNotNull()
                    .isEqualTo(FeedDates.parse("  " + usual.toLowerCase(Locale.ROOT)));
        }
    }
}
