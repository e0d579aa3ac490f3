package io.visitwatch.bench.pipeline;

import io.visitwatch.bench.Measurement;
import io.visitwatch.bench.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./visitwatch demo} of the built tree, from the start of the process to the first alert it prints. */
public final class FirstAlert implements Measurement {
    private static final String ALERT = "\"change\":\"NEW_VISIT\"";

    @Override
    public List<String> ids() {
        return List.of("first-alert");
    }

    @Override
    public List<Row> run(Setup setup) throws Exception {
        if (!Launcher.isThere()) {
            System.out.println("first-alert: not in the tree of the project, not measured");
            return List.of();
        }
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round <= setup.rounds(); round++) {
            double one = once();
            if (round > 0) { // the first start builds, and fills the caches of files
                seconds.add(one);
            }
        }
        return List.of(new Row(
                "first-alert",
                "start of the demo to its first alert, built tree, broker included",
                "–",
                "≤ 8 s",
                Row.Bound.AT_MOST,
                8,
                "s",
                seconds,
                "`./visitwatch demo --exit --json`, from the start of the process"));
    }

    private static double once() throws IOException, InterruptedException {
        Process demo = Launcher.start("demo", "--exit", "--json");
        long start = System.nanoTime();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains(ALERT)) {
                    return (System.nanoTime() - start) / 1e9;
                }
            }
            throw new IllegalStateException("the demo ended without an alert");
        } finally {
            demo.destroy(); // an orderly stop, so that it removes its folder
            demo.waitFor(30, TimeUnit.SECONDS);
            demo.destroyForcibly();
        }
    }
}
