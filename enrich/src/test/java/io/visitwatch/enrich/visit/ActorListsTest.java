package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commas that part the members of a list, and commas that part clauses. */
class ActorListsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hakan Fidan, Ayman Safadi and Jean-Noel Barrot arrived in Baghdad.",
                "Hakan Fidan, and Ayman Safadi arrived in Baghdad.",
                "Hakan Fidan, the Ayman Safadi and Jean-Noel Barrot arrived in Baghdad.",
                "Iraq met Hakan Fidan, Ayman Safadi and Jean-Noel Barrot in Baghdad.",
                "After meeting officials of many states Hakan Fidan, Ayman Safadi and Jean-Noel Barrot flew to Baghdad.",
                "After meeting Hakan Fidan, Ayman Safadi and Jean-Noel Barrot in the old palace they flew to Baghdad.",
            })
    void aListEndsWithAndAndOneMore(String text) {
        assertThat(parts(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hakan Fidan, Ayman Safadi arrived in Baghdad.",
                "Hakan Fidan, Ayman Safadi, Jean-Noel Barrot arrived in Baghdad.",
                "Hakan Fidan, who knows Ayman Safadi and Jean-Noel Barrot, arrived in Baghdad.",
                "Hakan Fidan, Ayman Safadi near Jean-Noel Barrot arrived in Baghdad.",
                "Hakan Fidan, the new and the former Ayman Safadi arrived in Baghdad.",
                "After meeting Hakan Fidan, Ayman Safadi and Jean-Noel Barrot flew to Baghdad.",
                "Hakan Fidan, arrived in Baghdad.",
            })
    void otherCommasPartClauses(String text) {
        assertThat(parts(text)).isFalse();
    }

    @Test
    void aTokenBehindNobodyPartsNoList() {
        Frame frame = Texts.frame("Hakan Fidan, Ayman Safadi and Jean-Noel Barrot arrived in Baghdad.");
        assertThat(ActorLists.parts(frame.section(), frame.sentence(), frame.actors(), 1))
                .isFalse();
        assertThat(ActorLists.parts(
                        frame.section(),
                        frame.sentence(),
                        frame.actors(),
                        frame.actors().get(2).end()))
                .isFalse();
    }

    private static boolean parts(String text) {
        Frame frame = Texts.frame(text);
        Actor first = frame.actors().stream()
                .filter(actor -> actor.name().contains("Fidan"))
                .findFirst()
                .orElseThrow();
        return ActorLists.parts(frame.section(), frame.sentence(), frame.actors(), first.end());
    }
}
