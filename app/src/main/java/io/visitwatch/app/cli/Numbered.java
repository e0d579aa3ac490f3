package io.visitwatch.app.cli;

import java.util.Iterator;

/** Lines with their numbers, for messages that name the place. */
final class Numbered implements Iterator<Numbered.Line> {
    private final Iterator<String> lines;
    private long number;

    Numbered(Iterator<String> lines) {
        this.lines = lines;
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param text without its end
     */
    record Line(long number, String text) {}

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public Line next() {
        return new Line(++number, lines.next());
    }
}
