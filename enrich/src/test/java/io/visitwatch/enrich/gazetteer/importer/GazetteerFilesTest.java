package io.visitwatch.enrich.gazetteer.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.GazetteerException;
import io.visitwatch.enrich.gazetteer.Match;
import io.visitwatch.enrich.gazetteer.MatchKind;
import io.visitwatch.enrich.gazetteer.Person;
import io.visitwatch.enrich.gazetteer.Place;
import io.visitwatch.enrich.gazetteer.importer.GazetteerFiles.Loaded;
import io.visitwatch.enrich.text.Normalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerFilesTest {
    @TempDir
    private Path folder;

    private Loaded load(String name, String content) throws IOException {
        return GazetteerFiles.load(List.of(write(name, content)));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<String> people(Gazetteer gazetteer, String text) {
        return gazetteer.find(Normalizer.fold(text), "en").stream()
                .filter(match -> match.kind() == MatchKind.PERSON)
                .map(Match::id)
                .toList();
    }

    private static Person person(Gazetteer gazetteer, String id) {
        return Objects.requireNonNull(gazetteer.person(id), id);
    }

    private static final String WIKIDATA = """
            [
            {"id":"Q900001","labels":{"en":{"language":"en","value":"Minister of Foreign Affairs of Freedonia"}},"claims":{"P17":[{"mainsnak":{"snaktype":"value","property":"P17","datavalue":{"value":{"entity-type":"item","id":"Q189"},"type":"wikibase-entityid"}},"rank":"normal"}]}},
            {"id":"Q900002","labels":{"en":{"language":"en","value":"Runa Testmann"},"ar":{"language":"ar","value":"رونا تستمان"}},"aliases":{"en":[{"language":"en","value":"R. Testmann"},{"language":"en","value":"Runa"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q900001"}}},"rank":"normal","qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2019-03-01T00:00:00Z","precision":11}}}],"P582":[{"datavalue":{"value":{"time":"+2021-00-00T00:00:00Z","precision":9}}}]}},{"mainsnak":{"datavalue":{"value":{"id":"Q999999"}}},"rank":"normal"}]}},
            {"id":"Q900003","labels":{"en":{"language":"en","value":"Private Person"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}},
            this is no json
            ]
            """;

    @Test
    void readsPositionsHeldFromWikidata() throws IOException {
        Loaded loaded = load("small-wikidata.json", WIKIDATA);
        Gazetteer gazetteer = loaded.gazetteer();
        assertThat(people(gazetteer, "Icelandic foreign minister Runa Testmann"))
                .containsExactly("Q900002");
        assertThat(gazetteer.byName("رونا تستمان", "IS", null, LocalDate.parse("2020-01-01")))
                .first()
                .satisfies(match -> assertThat(match.person().id()).isEqualTo("Q900002"));
        assertThat(person(gazetteer, "Q900002").terms()).singleElement().satisfies(term -> {
            assertThat(term.country()).isEqualTo("IS");
            assertThat(term.officeKind()).isEqualTo("foreign-minister");
            assertThat(term.start()).isEqualTo("2019-03-01");
            assertThat(term.end()).isEqualTo("2021-12-31");
        });
    }

    @Test
    void saysWhatItSkippedInWikidataAndWhy() throws IOException {
        ImportReport report = load("small-wikidata.json", WIKIDATA).reports().get(0);
        assertThat(report.records()).isEqualTo(2);
        assertThat(report.taken()).containsEntry("people", 1L).containsEntry("terms", 1L);
        assertThat(report.skipped())
                .containsEntry("person without position", 1L)
                .containsEntry("position not in the file", 1L)
                .containsEntry("alias of one word", 1L)
                .containsEntry("no JSON", 1L);
        assertThat(report.examples()).containsEntry("no JSON", "small-wikidata.json:5");
    }

    private static final String OPEN_SANCTIONS = """
            {"id":"occ-1","caption":"Occupancy","schema":"Occupancy","properties":{"holder":["NK-abc"],"post":["pos-1"],"startDate":["2020-02"],"status":["current"]}}
            {"id":"NK-abc","caption":"Dana Probewicz","schema":"Person","properties":{"name":["Dana Probewicz","Дана Пробевич"],"alias":["Dana"],"topics":["role.pep"],"country":["lv"]}}
            {"id":"NK-def","caption":"Listed Trader","schema":"Person","properties":{"name":["Listed Trader"],"topics":["sanction"]}}
            {"id":"pos-1","caption":"Minister of Defence of Latvia","schema":"Position","properties":{"name":["Minister of Defence of Latvia"],"country":["lv"]}}
            {"id":"occ-2","schema":"Occupancy","properties":{"holder":["NK-gone"],"post":["pos-1"],"startDate":["2019"]}}
            {"id":"NK-co","caption":"Firm","schema":"Company","properties":{"name":["Firm"]}}
            """;

    @Test
    void joinsPersonsAndPostsOfOpenSanctions() throws IOException {
        Loaded loaded = load("entities.ftm.json", OPEN_SANCTIONS);
        assertThat(people(loaded.gazetteer(), "Dana Probewicz visits")).containsExactly("NK-abc");
        assertThat(person(loaded.gazetteer(), "NK-abc").termsOn(LocalDate.parse("2026-01-01")))
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.officeKind()).isEqualTo("defence-minister");
                    assertThat(term.country()).isEqualTo("LV");
                });
        assertThat(loaded.reports().get(0).skipped())
                .containsEntry("person without public role", 1L)
                .containsEntry("occupancy without holder", 1L)
                .containsEntry("schema Company", 1L)
                .containsEntry("name of one word", 1L);
    }

    @Test
    void readsCitiesFromGeoNames() throws IOException {
        String row = "%s\t%s\t%s\t%s\t33.0\t44.0\t%s\t%s\t%s\t\t\t\t\t\t%s\t\t30\tAsia/Baghdad\t2020-01-01";
        Loaded loaded = load(
                "IQ.txt",
                String.join(
                        "\n",
                        row.formatted(
                                "1",
                                "Testabad",
                                "Testabad",
                                "تستاباد,TST,https://en.example/T",
                                "P",
                                "PPL",
                                "IQ",
                                "90000"),
                        row.formatted("2", "Hamletville", "Hamletville", "", "P", "PPL", "IQ", "12"),
                        row.formatted("3", "Test Hill", "Test Hill", "", "T", "HLL", "IQ", "0"),
                        "broken line"));
        assertThat(loaded.gazetteer().find(Normalizer.fold("وصل الى تستاباد"), "ar"))
                .extracting(Match::id)
                .containsExactly("gn-1");
        assertThat(loaded.gazetteer().place("gn-1"))
                .isNotNull()
                .extracting(Place::country)
                .isEqualTo("IQ");
        assertThat(loaded.reports().get(0).skipped())
                .containsEntry("fewer than 5000 people", 1L)
                .containsEntry("feature class T", 1L)
                .containsEntry("not 19 columns", 1L);
    }

    @Test
    void readsMembersOfParliamentFromPopolo() throws IOException {
        Loaded loaded = load("denmark-popolo.json", """
                {"persons":[
                  {"id":"p1","name":"Mette Prøvesen","identifiers":[{"scheme":"wikidata","identifier":"Q900010"}],
                   "other_names":[{"name":"ميته بروفسن","lang":"ar"},{"name":"Mette"}]},
                  {"id":"p2","name":""}],
                 "organizations":[{"id":"o1","classification":"legislature","name":"Folketing"}],
                 "events":[{"id":"term/1","classification":"legislative period","start_date":"2019-06-05","end_date":"2022-11-01"}],
                 "memberships":[
                  {"person_id":"p1","organization_id":"o1","role":"member","legislative_period_id":"term/1"},
                  {"person_id":"p1","organization_id":"o1","role":"candidate","legislative_period_id":"term/1"},
                  {"person_id":"p9","organization_id":"o1","role":"member","legislative_period_id":"term/1"}]}
                """);
        assertThat(people(loaded.gazetteer(), "Danish lawmaker Mette Prøvesen")).containsExactly("Q900010");
        assertThat(person(loaded.gazetteer(), "Q900010").terms())
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.country()).isEqualTo("DK");
                    assertThat(term.officeKind()).isEqualTo("member-of-parliament");
                    assertThat(term.end()).isEqualTo("2022-11-01");
                });
        assertThat(loaded.reports().get(0).skipped())
                .containsEntry("person without name", 1L)
                .containsEntry("role candidate", 1L)
                .containsEntry("membership of unknown person", 1L);
    }

    @Test
    void letsOwnYamlWinWhateverTheOrder() throws IOException {
        Path own = write("own.yaml", """
                people:
                  - id: Q900002
                    name: Runa Testmann
                    surname: true
                    terms:
                      - {country: NO, office: foreign-minister, start: 2025-01-01}
                places:
                  - {id: test-palace, name: Palace of Tests, parent: baghdad, country: IQ, names: [قصر الاختبارات]}
                forms:
                  - {kind: trap, id: newspaper, forms: [The Baghdad Testament]}
                """);
        Path wikidata = write("small-wikidata.json", WIKIDATA.replace("Q189", "Q20"));
        Gazetteer gazetteer = GazetteerFiles.load(List.of(own, wikidata)).gazetteer();
        assertThat(person(gazetteer, "Q900002").terms())
                .singleElement()
                .satisfies(term -> assertThat(term.start()).isEqualTo("2025-01-01"));
        assertThat(people(gazetteer, "Testmann arrived")).containsExactly("Q900002");
        assertThat(gazetteer.isWithin("test-palace", "iraq")).isTrue();
        assertThat(gazetteer.find(Normalizer.fold("in قصر الاختبارات"), "ar"))
                .extracting(Match::id)
                .containsExactly("test-palace");
        assertThat(gazetteer.version()).startsWith(Gazetteer.bundled().version() + "+");
    }

    @Test
    void refusesOwnYamlWithAnUnknownKeyNamingTheLine() throws IOException {
        Path own = write("own.yaml", "people:\n  - name: A B\n    nmaes: [x]\n");
        assertThatThrownBy(() -> GazetteerFiles.load(List.of(own)))
                .isInstanceOf(GazetteerException.class)
                .hasMessageContaining("own.yaml:3")
                .hasMessageContaining("nmaes");
    }

    @Test
    void refusesOwnYamlWithAnUnknownOffice() throws IOException {
        Path own = write(
                "own.yaml",
                "people:\n  - name: A Bee\n    terms:\n      - {country: NO, office: wizard, start: 2025}\n");
        assertThatThrownBy(() -> GazetteerFiles.load(List.of(own)))
                .isInstanceOf(GazetteerException.class)
                .hasMessageContaining("wizard");
    }

    @Test
    void refusesAFileOfUnknownFormat() throws IOException {
        Path file = write("people.docx", "x");
        assertThatThrownBy(() -> GazetteerFiles.load(List.of(file)))
                .isInstanceOf(GazetteerException.class)
                .hasMessageContaining("format unknown");
    }

    @Test
    void keepsTheBundledGazetteerWithoutFiles() {
        assertThat(GazetteerFiles.load(List.of()).gazetteer()).isSameAs(Gazetteer.bundled());
    }
}
