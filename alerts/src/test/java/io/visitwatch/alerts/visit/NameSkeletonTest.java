package io.visitwatch.alerts.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings of a name that no gazetteer knows may be one person's. */
class NameSkeletonTest {
    @ParameterizedTest
    @CsvSource({
        "larijani, لاريجانی",
        "larijani, лариджани",
        "fidan, فيدان",
        "fidan, фидан",
        "lavrov, лавров",
        "netanyahu, נתניהו",
        "araghchi, araqchi",
        "mitsotakis, μιτσοτακις",
        "schmidt, shmidt"
    })
    void aWordHasTheSameConsonantsInEveryScript(String latin, String other) {
        assertThat(NameSkeleton.of(other)).isEqualTo(NameSkeleton.of(latin)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Ali Larijani, علی لاریجانی",
        "Hakan Fidan, Хакан Фидан",
        "Fidan, Hakan Fidan",
        "Ayman al-Safadi, Ayman Safadi",
        "as-Sudani, السوداني",
        "E. Macron, Emmanuel Macron",
        "Larijani, Ali Larijani Ardeshir",
        "Abbas Araghchi, Abbas Araqchi",
        "Anna Schmidt, Anna Schmitt",
        "Wang Yi, Yi Wang",
        "Wang Yi, Yi",
        "HAKAN FIDAN, Hakan Fıdan"
    })
    void mayBeOnePerson(String a, String b) {
        assertThat(NameSkeleton.alike(a, b)).isTrue();
        assertThat(NameSkeleton.alike(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Masoud Barzani, Nechirvan Barzani",
        "Ben Fidan, Dan Fidan",
        "Hakan Fidan, Hakan Guler",
        "Wang Yi, Wang Yu",
        "Larijani, Larijani Ali Ardeshir Khan",
        "'', Hakan Fidan",
        "--, Hakan Fidan",
        "'', ''"
    })
    void isNotOnePerson(String a, String b) {
        assertThat(NameSkeleton.alike(a, b)).isFalse();
        assertThat(NameSkeleton.alike(b, a)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"brzn, brzn", "brzn, brkn", "brzn, brz", "brzn, bzn", "brz, brk", "br, br"})
    void forgivesOneLetterInThree(String a, String b) {
        assertThat(NameSkeleton.oneSlip(a, b)).isTrue();
        assertThat(NameSkeleton.oneSlip(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"brzn, kmzn", "brzn, brznkl", "br, bk", "brz, br", "brzn, zbr"})
    void forgivesNoMore(String a, String b) {
        assertThat(NameSkeleton.oneSlip(a, b)).isFalse();
        assertThat(NameSkeleton.oneSlip(b, a)).isFalse();
    }

    @Test
    void anArticleIsNoPartOfAWord() {
        assertThat(NameSkeleton.words("Ayman al-Safadi")).containsExactly("ayman", "safadi");
        assertThat(NameSkeleton.words("أيمن الصفدي")).last().isEqualTo("صفدي");
    }
}
