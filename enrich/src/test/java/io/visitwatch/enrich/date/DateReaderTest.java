package io.visitwatch.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.enrich.text.Locales;
import io.visitwatch.enrich.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DateReaderTest {
    /** Language, text, what is read when published on Wednesday 11 September 2024. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // relative days
                "en | arrived in Baghdad on Tuesday | 2024-09-10",
                "en | will arrive in Baghdad on Sunday | 2024-09-15",
                "en | met on Wednesday | 2024-09-11",
                "en | flew home yesterday, returns tomorrow | 2024-09-10, 2024-09-12",
                "en | last Sunday and next Friday | 2024-09-08, 2024-09-13",
                "en | the day before yesterday | 2024-09-09",
                "ar | وصل أمس الثلاثاء | 2024-09-10",
                "ar | وصل أمس الأول إلى بغداد | 2024-09-09",
                "ar | يصل يوم غد الخميس | 2024-09-12",
                "ar | سيزور بغداد الأحد المقبل | 2024-09-15",
                "ar | التقى يوم الاحد الماضي | 2024-09-08",
                "ar | يتوجه الأحد إلى بغداد | 2024-09-15",
                "ar | استقبل اليوم الأربعاء | 2024-09-11",
                "fa | دیروز وارد بغداد شد | 2024-09-10",
                "fa | امروز (چهارشنبه) وارد شد | 2024-09-11",
                "fa | روز سه‌شنبه وارد بغداد شد | 2024-09-10",
                "fa | یکشنبه آینده به بغداد می‌رود | 2024-09-15",
                "fa | فردا پنجشنبه سفر می‌کند | 2024-09-12",
                "ckb | دوێنێ گەیشتە بەغدا | 2024-09-10",
                "ckb | سبەینێ دەگاتە بەغدا | 2024-09-12",
                "ckb | ڕۆژی دووشەممە گەیشت | 2024-09-09",
                "ckb | هه‌ینی داهاتوو دێت | 2024-09-13",
                "kmr | îro gihîşt, sibe diçe | 2024-09-11, 2024-09-12",
                "kmr | roja duşemê hat Bexdayê | 2024-09-09",
                "kmr | ئەڤرۆ گەهشت، سوبەهی دچیت | 2024-09-11, 2024-09-12",
                "tr | dün geldi, yarın gidecek | 2024-09-10, 2024-09-12",
                "tr | Salı günü Bağdat'a gitti | 2024-09-10",
                "tr | cuma günü Bağdat'a gidecek | 2024-09-13",
                "tr | geçen pazar günü | 2024-09-08",
                "az | dünən gəlib, sabah gedəcək | 2024-09-10, 2024-09-12",
                "az | çərşənbə axşamı Bağdada gəlib | 2024-09-10",
                "fr | arrivé mardi, il repart demain | 2024-09-10, 2024-09-12",
                "fr | se rendra dimanche à Bagdad | 2024-09-15",
                "de | traf am Montag ein und reist morgen ab | 2024-09-09, 2024-09-12",
                "de | heute Morgen, nicht gestern Abend | 2024-09-11, 2024-09-10",
                "es | llegó ayer por la mañana y viajará el viernes | 2024-09-10, 2024-09-13",
                "it | arrivata ieri, riparte domani | 2024-09-10, 2024-09-12",
                "pt | chegou na segunda-feira | 2024-09-09",
                "ru | прибыл во вторник, завтра улетит | 2024-09-10, 2024-09-12",
                "ur | کل بغداد پہنچیں گے | 2024-09-12",
                "he | הגיע אתמול, ייפגש ביום חמישי | 2024-09-10, 2024-09-12",
                "no | kom til Bagdad tirsdag, i morgen reiser han | 2024-09-10, 2024-09-12",
                "hu | kedden érkezett | 2024-09-10",
                // days of a month
                "en | on 8 March 2024 | 2024-03-08",
                "en | on September 8th | 2024-09-08",
                "en | from October 8 to 9, 2024 | 2024-10-08..2024-10-09",
                "en | Sunday, Sept. 15, at noon | 2024-09-15",
                "en | 28 December | 2024-12-28",
                "en | the strike of Jan 3, 2020 | 2020-01-03",
                "ar | في 17 أيار/مايو 2024 | 2024-05-17",
                "ar | يوم الأحد الموافق 8 كانون الثاني 2023 | 2023-01-08",
                "ar | يومي 8 و9 تشرين الأول | 2024-10-08..2024-10-09",
                "ar | في ١٢ أوت ٢٠٢٤م | 2024-08-12",
                "ar | في 10 رمضان 1445 | 2024-03-20",
                "fa | ۲۱ شهریور ۱۴۰۳ | 2024-09-11",
                "fa | ۱۳ دی ۱۳۹۸ و ۱۲ دی ۱۴۰۰ | 2020-01-03, 2022-01-02",
                "fa | روز ۲۵ شهریور | 2024-09-15",
                "fa | ۱۴ میزان ۱۴۰۳ | 2024-10-05",
                "fa | ۱۱ سپتامبر ۲۰۲۴ | 2024-09-11",
                "ckb | 8ی ئازاری 2024 | 2024-03-08",
                "ckb | ١٥ی تشرینی یەکەم | 2024-10-15",
                "ckb | 20ی خەرمانانی 2724 | 2024-09-10",
                "kmr | 8ê Adarê 2024 | 2024-03-08",
                "kmr | di 15ê Îlonê de | 2024-09-15",
                "tr | 8 Mart 2024'te | 2024-03-08",
                "tr | 15-16 Eylül tarihlerinde | 2024-09-15..2024-09-16",
                "az | sentyabrın 15-də, 15 sentyabr | 2024-09-15",
                "fr | le 1er septembre, les 15 et 16 septembre | 2024-09-01, 2024-09-15..2024-09-16",
                "de | am 8. März 2024 | 2024-03-08",
                "es | el 8 de marzo de 2024 | 2024-03-08",
                "es | los días 15 y 16 de septiembre | 2024-09-15..2024-09-16",
                "it | l'8 marzo 2024 | 2024-03-08",
                "ru | 8-9 сентября, 8-го марта 2024 года | 2024-09-08..2024-09-09, 2024-03-08",
                "mk | на 8 март 2024 | 2024-03-08",
                "ro | pe 8 martie 2024 | 2024-03-08",
                "cs | 8. března 2024 | 2024-03-08",
                // figures
                "en | 2024-09-08 or 08/09/2024 or 13.9.2024 | 2024-09-08, 2024-09-08, 2024-09-13",
                "fa | ۱۴۰۳/۰۶/۲۱ | 2024-09-11",
                "ar | 8/9/2024 | 2024-09-08",
                // spans
                "en | next week | 2024-09-16..2024-09-22",
                "en | three days ago | 2024-09-08",
                "en | will come in two days | 2024-09-13",
                "en | last September | 2023-09-01..2023-09-30",
                "en | in March 2019 | 2019-03-01..2019-03-31",
                "en | in 2019 | 2019-01-01..2019-12-31",
                "ar | الأسبوع المقبل | 2024-09-16..2024-09-22",
                "ar | قبل يومين | 2024-09-09",
                "ar | قبل ثلاثة أيام | 2024-09-08",
                "ar | في أيلول الماضي | 2023-09-01..2023-09-30",
                "ar | عام 2019 | 2019-01-01..2019-12-31",
                "fa | هفته آینده | 2024-09-16..2024-09-22",
                "fa | سه روز پیش | 2024-09-08",
                "fa | سال ۱۳۹۸ | 2019-03-21..2020-03-20",
                "tr | gelecek hafta | 2024-09-16..2024-09-22",
                "tr | üç gün önce | 2024-09-08",
                "fr | il y a trois jours | 2024-09-08",
                "de | vor drei Tagen, kommende Woche | 2024-09-08, 2024-09-16..2024-09-22",
                "ckb | هەفتەی داهاتوو | 2024-09-16..2024-09-22",
                "kmr | hefteya bê | 2024-09-16..2024-09-22",
                "ru | на следующей неделе | 2024-09-16..2024-09-22",
                "en | this month | 2024-09-01..2024-09-30",
            })
    void readsWhatALanguageSays(String language, String text, String expected) {
        assertThat(read(text, language, LocalDate.of(2024, 9, 11))).isEqualTo(expected);
    }

    /** Language, text, what is read and whether it is said to be over, to come or going on; published as above. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | flew home yesterday | 2024-09-10 | PAST",
                "en | returns tomorrow | 2024-09-12 | FUTURE",
                "en | arrives today | 2024-09-11 | PRESENT",
                "en | on last Sunday | 2024-09-08 | PAST",
                "en | next Friday | 2024-09-13 | FUTURE",
                "en | met on Sunday | 2024-09-08 | OPEN",
                "en | three days ago | 2024-09-08 | PAST",
                "en | will come in three days | 2024-09-14 | FUTURE",
                "en | last week | 2024-09-02..2024-09-08 | PAST",
                "en | this week | 2024-09-09..2024-09-15 | OPEN",
                "en | next week | 2024-09-16..2024-09-22 | FUTURE",
                "en | last year | 2023-01-01..2023-12-31 | PAST",
                "en | next year | 2025-01-01..2025-12-31 | FUTURE",
                "en | two years ago | 2022-01-01..2022-12-31 | PAST",
                "en | last August | 2024-08-01..2024-08-31 | PAST",
                "en | last December | 2023-12-01..2023-12-31 | PAST",
                "en | next October | 2024-10-01..2024-10-31 | FUTURE",
                "en | next August | 2025-08-01..2025-08-31 | FUTURE",
                "en | in October | 2024-10-01..2024-10-31 | OPEN",
                "en | in May last year | 2023-05-01..2023-05-31 | OPEN",
            })
    void saysWhetherADayIsOverOrToCome(String language, String text, String expected, DateDirection direction) {
        LocalDate published = LocalDate.of(2024, 9, 11);
        assertThat(read(text, language, published)).isEqualTo(expected);
        assertThat(mentions(text, language, published))
                .extracting(DateMention::direction)
                .containsExactly(direction);
    }

    /** Figures that could be the day before the month or behind it, published on 11 September 2024. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | 13/9/2024 | 2024-09-13",
                "en | 9/13/2024 | 2024-09-13",
                "en | 10/9/2024 | 2024-09-10",
                "en | 9/10/2024 | 2024-09-10",
                "de | 9.10.2024 | 2024-10-09",
                "en | 31/12/2023 | 2023-12-31",
                "en | 32/12/2023 | ``",
                "en | 1/1/2024 | 2024-01-01",
                "en | 0/1/2024 | ``",
                "en | 13/13/2024 | ``",
            })
    void readsFiguresOfADay(String language, String text, String expected) {
        assertThat(read(text, language, LocalDate.of(2024, 9, 11))).isEqualTo(expected);
    }

    @Test
    void readsYearsOfTheKurdishCalendar() {
        assertThat(read("20ی خەرمانانی 2720", "ckb", null)).isEqualTo("2020-09-10");
    }

    /** Look-alikes: no date is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | Officials may march on; 21 people in 12 towns paid $3.50",
                "en | the score was 3-2 and version 1.2.3 runs",
                "ar | رجب طيب أردوغان قال إن أب الشهيد مارس عمله",
                "ar | كرة القدم: اثنين مقابل صفر",
                "fa | مهر و دی نام است و تیر خورد",
                "tr | pazar yerinde ekim yapıldı, 3 kasa domates",
                "es | trabajan por la mañana",
                "de | jeden Morgen",
                "kmr | ew li Bexdayê ne û in",
                "ur | پیر صاحب نے کہا",
            })
    void readsNoDateWhereNoneIsSaid(String language, String text) {
        assertThat(read(text, language, LocalDate.of(2024, 9, 11))).isEmpty();
    }

    @Test
    void readsOnlyDatesWithAYearWithoutAPublicationDay() {
        assertThat(read("yesterday, on Sunday, 8 March, in May and on 9 April 2003", "en", null))
                .isEqualTo("2003-04-09");
        assertThat(read("دیروز، ۱۳ دی ۱۳۹۸", "fa", null)).isEqualTo("2020-01-03");
    }

    @Test
    void keepsTheOtherReadingOfAnOpenWeekday() {
        DateMention mention =
                mentions("met on Sunday", "en", LocalDate.of(2024, 9, 11)).get(0);
        assertThat(mention.direction()).isEqualTo(DateDirection.OPEN);
        assertThat(mention.start()).isEqualTo("2024-09-08");
        assertThat(mention.otherReading().start()).isEqualTo("2024-09-15");
        assertThat(mention.otherReading().otherReading()).isEqualTo(mention);
    }

    @Test
    void aTenseBeyondTheSentenceDoesNotCount() {
        assertThat(read("He left on Sunday. She will speak later.", "en", LocalDate.of(2024, 9, 11)))
                .isEqualTo("2024-09-08");
    }

    @Test
    void aWeekdayBesideTodayWinsOverAPublicationAfterMidnight() {
        assertThat(read("وصل اليوم الثلاثاء", "ar", LocalDate.of(2024, 9, 11))).isEqualTo("2024-09-10");
    }

    @Test
    void crossesTheTurnOfAYear() {
        assertThat(read("arrived on 30 December", "en", LocalDate.of(2025, 1, 2)))
                .isEqualTo("2024-12-30");
        assertThat(read("۲۹ اسفند", "fa", LocalDate.of(2024, 3, 21))).isEqualTo("2024-03-19");
        assertThat(read("on 29 February", "en", LocalDate.of(2023, 2, 20))).isEqualTo("2024-02-29");
    }

    @Test
    void showsTheWordsInTheOriginal() {
        String text = "وصلَ  يوم الثّلاثاء، ۲۱ شهریور ۱۴۰۳";
        List<DateMention> mentions = mentions(text, "ar", LocalDate.of(2024, 9, 11));
        assertThat(mentions.get(0).span().of(text)).isEqualTo("الثّلاثاء");
    }

    @Test
    void thePublicationDayIsThatOfTheZone() {
        Instant late = Instant.parse("2024-09-10T22:30:00Z");
        assertThat(DateReader.day(late, ZoneId.of("Asia/Baghdad"))).isEqualTo("2024-09-11");
        assertThat(DateReader.day(null, ZoneId.of("Asia/Baghdad"))).isNull();
    }

    @ParameterizedTest
    @MethodSource("io.visitwatch.enrich.text.Locales#all")
    void doesNotDependOnTheDefaultLocale(Locale locale) {
        Locales.under(locale, () -> {
            assertThat(read("JUNI 3, 2024 IN KASIM", "xx", null)).isEmpty();
            assertThat(read("DİN 8 KASIM 2024 VE HAZİRAN 2024", "tr", null))
                    .isEqualTo("2024-11-08, 2024-06-01..2024-06-30");
            assertThat(read("8 AVRIL 2024", "fr", null)).isEqualTo("2024-04-08");
        });
    }

    private static List<DateMention> mentions(String text, String language, @Nullable LocalDate published) {
        return DateReader.read(Normalizer.fold(text), language, published);
    }

    private static String read(String text, String language, @Nullable LocalDate published) {
        return mentions(text, language, published).stream()
                .map(one -> one.start().equals(one.end()) ? one.start().toString() : one.start() + ".." + one.end())
                .collect(Collectors.joining(", "));
    }
}
