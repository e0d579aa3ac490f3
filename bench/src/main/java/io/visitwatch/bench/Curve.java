package io.visitwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A cost over a size that grows tenfold from point to point, as a self-contained SVG: medians joined, spreads as bars. */
public final class Curve {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 60;
    private static final int BOTTOM = 250;
    private static final int TOP = 50;

    private Curve() {}

    /**
     * Writes it.
     *
     * @param sizes the sizes, in the order of {@code times}
     * @param times what was measured at each size, one value a round
     * @param factor from what was measured to the unit of the title
     */
    public static void write(Path file, String title, List<Integer> sizes, List<List<Double>> times, double factor)
            throws IOException {
        double most = times.stream()
                        .flatMap(List::stream)
                        .mapToDouble(t -> t * factor)
                        .max()
                        .orElse(1)
                * 1.2;
        StringBuilder svg = new StringBuilder();
        line(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT);
        line(svg, "<title>%s</title><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", title, WIDTH, HEIGHT);
        line(svg, "<g font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">");
        line(svg, "<text x=\"%d\" y=\"28\">%s</text>", LEFT, title);
        line(svg, "<path d=\"M%d %d V%d H%d\" fill=\"none\" stroke=\"#888\"/>", LEFT, TOP, BOTTOM, WIDTH - 20);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < sizes.size(); i++) {
            List<Double> sorted =
                    times.get(i).stream().map(t -> t * factor).sorted().toList();
            double median = sorted.get(sorted.size() / 2);
            int x = LEFT + (WIDTH - LEFT - 60) * (i + 1) / (sizes.size() + 1);
            points.append(String.format(Locale.ROOT, "%d,%.1f ", x, y(median, most)));
            line(
                    svg,
                    "<path d=\"M%d %.1f V%.1f\" stroke=\"#9bc\" stroke-width=\"6\"/>",
                    x,
                    y(sorted.get(0), most),
                    y(sorted.get(sorted.size() - 1), most));
            line(svg, "<text x=\"%d\" y=\"%.1f\">%s</text>", x + 8, y(median, most) - 6, Row.number(median));
            line(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%,d</text>", x, BOTTOM + 20, sizes.get(i));
        }
        line(svg, "</g><polyline points=\"%s\" fill=\"none\" stroke=\"#036\" stroke-width=\"2\"/></svg>", points);
        Files.writeString(file, svg);
    }

    private static double y(double value, double most) {
        return BOTTOM - (BOTTOM - TOP) * value / most;
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
