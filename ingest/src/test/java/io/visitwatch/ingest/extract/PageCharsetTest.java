package io.visitwatch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageCharsetTest {
    private static final String ARABIC =
            "وصل وزير خارجية نورلاند إلى بغداد صباح الثلاثاء في زيارة رسمية يلتقي خلالها نظيره العراقي وعددا من كبار المسؤولين";
    private static final String TURKISH =
            "Dışişleri Bakanı salı sabahı Bağdat'a geldi, görüşmelerin ardından çarşamba günü ülkeden ayrılacağı açıklandı";
    private static final String JAPANESE = "ノーランドの外相は火曜日の朝、イラク外相との会談のためバグダッドに到着した。外務省が声明で明らかにした。";
    private static final String KOREAN = "노르란드 외무장관이 화요일 아침 이라크 외무장관과 회담하기 위해 바그다드에 도착했다고 외무부가 성명에서 밝혔다.";
    private static final String CHINESE = "诺兰外交部长星期二上午抵达巴格达，与伊拉克外长举行会谈，外交部在一份声明中说。双方讨论了边境贸易。";
    private static final String RUSSIAN =
            "Министр иностранных дел прибыл во вторник утром в Багдад на переговоры с иракским коллегой, сообщило министерство";
    private static final String GERMAN = "Der Außenminister sprach über größere Mengen für die Häuser, wie es hieß";

    @ParameterizedTest
    @CsvSource({
        "ARABIC, windows-1256", "TURKISH, windows-1254", "TURKISH, ISO-8859-9", "JAPANESE, Shift_JIS",
                "JAPANESE, EUC-JP", "KOREAN, EUC-KR",
        "CHINESE, GBK", "CHINESE, Big5", "RUSSIAN, windows-1251", "RUSSIAN, KOI8-R", "GERMAN, ISO-8859-1",
                "ARABIC, ISO-8859-6"
    })
    void believesADeclarationThatTheBytesAllow(String sample, String charset) {
        String text = text(sample).replace("诺兰", charset.equals("Big5") ? "" : "诺兰");
        if (charset.equals("Big5")) {
            text = "外交部長星期二上午抵達巴格達，與伊拉克外長舉行會談";
        }
        byte[] bytes = page(text, charset, charset);
        assertThat(decoded(bytes, null)).contains(text);
        assertThat(decoded(page(text, null, charset), charset)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ARABIC, windows-1256",
        "JAPANESE, Shift_JIS",
        "KOREAN, EUC-KR",
        "CHINESE, GB18030",
        "RUSSIAN, windows-1251"
    })
    void findsTheCharsetOfAPageThatDeclaresNone(String sample, String charset) {
        assertThat(decoded(page(text(sample), null, charset), null)).contains(text(sample));
    }

    @ParameterizedTest
    @CsvSource({
        "ARABIC, iso-8859-1",
        "TURKISH, windows-1254",
        "JAPANESE, Shift_JIS",
        "RUSSIAN, windows-1251",
        "GERMAN, iso-8859-1"
    })
    void believesTheBytesOfUtf8WhateverTheLabelSays(String sample, String label) {
        byte[] bytes = page(text(sample), label, "UTF-8");
        assertThat(decoded(bytes, label)).contains(text(sample));
    }

    @ParameterizedTest
    @CsvSource({"ARABIC, windows-1256", "RUSSIAN, windows-1251", "JAPANESE, Shift_JIS"})
    void doesNotBelieveUtf8WhenTheBytesAreNot(String sample, String charset) {
        assertThat(decoded(page(text(sample), "utf-8", charset), "utf-8")).contains(text(sample));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-16LE, ''", "UTF-16BE, ''", "UTF-8, EFBBBF"})
    void readsUnicodeWithAndWithoutMark(String charset, String mark) {
        byte[] bytes = page(ARABIC, "windows-1252", charset);
        byte[] start = java.util.HexFormat.of().parseHex(mark);
        byte[] whole = ByteBuffer.allocate(start.length + bytes.length)
                .put(start)
                .put(bytes)
                .array();
        assertThat(decoded(whole, "iso-8859-1")).contains(ARABIC);
    }

    @Test
    void oneDamagedByteDoesNotMakeAPageLegacy() {
        byte[] bytes = page(ARABIC.repeat(20), null, "UTF-8");
        bytes[bytes.length - 40] = (byte) 0xff;
        assertThat(PageCharset.of(PageInput.of(bytes, null))).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void takesTheOverrideForGranted() {
        PageInput page = new PageInput(page(GERMAN, "utf-8", "UTF-8"), "utf-8", null, "windows-1252", null);
        assertThat(PageCharset.of(page)).isEqualTo(Charset.forName("windows-1252"));
    }

    @Test
    void unknownLabelsSayNothing() {
        assertThat(PageCharset.charset("x-klingon")).isNull();
        assertThat(PageCharset.charset("%%%")).isNull();
        assertThat(PageCharset.charset(" ")).isNull();
    }

    private static String decoded(byte[] bytes, @Nullable String header) {
        return new String(bytes, PageCharset.of(new PageInput(bytes, header, null, null, null)));
    }

    private static byte[] page(String text, @Nullable String label, String charset) {
        String meta =
                label == null ? "" : "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + label + "\">";
        return ("<html><head>" + meta + "<title>x</title></head><body><p>" + text + "</p></body></html>")
                .getBytes(Charset.forName(charset));
    }

    private static String text(String name) {
        return switch (name) {
            case "ARABIC" -> ARABIC;
            case "TURKISH" -> TURKISH;
            case "JAPANESE" -> JAPANESE;
            case "KOREAN" -> KOREAN;
            case "CHINESE" -> CHINESE;
            case "RUSSIAN" -> RUSSIAN;
            default -> GERMAN;
        };
    }
}
