package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.app.SampleVisits;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Evidence;
import io.visitwatch.model.TextSpan;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger wrote does nothing in a spreadsheet or a terminal. */
class HarmlessOutputTest {
    private static final String NASTY = "\u001b]0;owned\u0007\u001b[2J\u009b31m\r\n\u202Eevil";

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =cmd|' /C calc'!A0", "\u202E=1"})
    void aCellIsNeverAFormula(String value) {
        assertThat(AlertCsv.cell(value)).startsWith("\"'").endsWith("\"");
    }

    @Test
    void aCellStaysOneCell() {
        assertThat(AlertCsv.cell("a\",\"b\n=1")).isEqualTo("\"a\"\",\"\"b =1\"");
    }

    @Test
    void aLineOnTheTerminalHoldsNoControlCharacters() throws IOException {
        Alert alert = hostile();
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(sink, true, StandardCharsets.UTF_8);
        Console console = new Console(new ByteArrayInputStream(new byte[0]), print, print, false);
        String text = new AlertLine(new Talk(console, false, false, false)).of(alert);
        assertThat(text).contains("owned").doesNotContain("\u202E");
        assertThat(text.lines().toList()).hasSize(3);
        assertThat(text.replace(System.lineSeparator(), "").chars().filter(Character::isISOControl))
                .isEmpty();
        assertThat(AlertCsv.line(alert)).doesNotContain("\n").doesNotContain("\u001b");
    }

    /** An alert of which every text that comes from outside is hostile. */
    private static Alert hostile() throws IOException {
        ObjectNode tree =
                Json.mapper().valueToTree(SampleVisits.visit("v", NASTY, "TR", "2026-11-22", VisitStatus.ARRIVED, "a"));
        ObjectNode source = (ObjectNode) tree.path("sources").path(0);
        source.put("url", "http://a.example/" + NASTY);
        source.put("title", NASTY);
        ((ObjectNode) source.path("outlet")).put("name", NASTY);
        Visit visit = Json.mapper().treeToValue(tree, Visit.class);
        Visit.Source first = visit.sources().get(0);
        return new Alert(
                "id",
                VisitChange.NEW_VISIT,
                first.at(),
                NASTY,
                visit,
                null,
                new Evidence("text", new TextSpan(0, 1), NASTY),
                first.reportId(),
                List.of(),
                List.of(),
                List.of(),
                false,
                "test");
    }
}
