package io.visitwatch.alerts.visit;

import io.visitwatch.model.SourceClass;
import io.visitwatch.model.VisitReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who says it first-hand: copies of one text, and texts that credit one agency, are one source, and so are the articles of one
 * outlet.
 */
final class Origins {
    private static final Pattern HOST = Pattern.compile("^https?://(?:www\\.)?([^/:?#]+)", Pattern.CASE_INSENSITIVE);

    private final LedgerConfig config;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Double> weights = new LinkedHashMap<>();
    private final Map<Integer, SourceClass> classes = new LinkedHashMap<>();

    /** Sorts {@code reports}, given in event order, into sources. */
    Origins(List<VisitReport> reports, LedgerConfig config) {
        this.config = config;
        Groups copies = new Groups(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                if (copies.lead(i) != copies.lead(j) && sameText(reports.get(i), reports.get(j))) {
                    copies.join(i, j);
                }
            }
        }
        Map<String, Integer> known = new HashMap<>();
        for (List<VisitReport> texts : copies.of(reports)) {
            String voice = voice(texts);
            int number = known.computeIfAbsent(voice, v -> known.size() + 1);
            for (VisitReport report : texts) {
                numbers.put(report.id(), number);
                SourceClass sourceClass = sourceClass(report);
                if (weight(sourceClass) > weights.getOrDefault(number, 0.0)) {
                    weights.put(number, weight(sourceClass));
                    classes.put(number, sourceClass);
                }
            }
        }
    }

    /** Number of the source of a report, from 1 in the order of appearance. */
    int of(VisitReport report) {
        return numbers.getOrDefault(report.id(), 0);
    }

    /** What the word of a report's source weighs. */
    double weight(VisitReport report) {
        return weights.getOrDefault(of(report), 0.0);
    }

    /** Number of sources among {@code reports}. */
    int count(List<VisitReport> reports) {
        return (int) reports.stream().mapToInt(this::of).distinct().count();
    }

    /** Number of official sources among {@code reports}. */
    int officials(List<VisitReport> reports) {
        return (int) reports.stream()
                .mapToInt(this::of)
                .distinct()
                .filter(n -> classes.get(n) == SourceClass.OFFICIAL)
                .count();
    }

    private static double weight(SourceClass sourceClass) {
        return switch (sourceClass) {
            case OFFICIAL -> 3;
            case AGENCY -> 2;
            case STATE_RUN -> 1.5;
            case OTHER -> 1;
            case PARTISAN -> 0.5;
        };
    }

    private SourceClass sourceClass(VisitReport report) {
        return config.outletClasses()
                .getOrDefault(report.outlet().name(), report.outlet().sourceClass());
    }

    private static String voice(List<VisitReport> texts) {
        List<String> credited = new ArrayList<>();
        for (VisitReport report : texts) {
            if (report.syndicatedFrom() != null && !report.syndicatedFrom().isBlank()) {
                credited.add(report.syndicatedFrom());
            }
        }
        String voice = credited.isEmpty() ? outlet(texts.get(0)) : credited.get(0);
        return voice.trim().toLowerCase(Locale.ROOT);
    }

    /** Name of the outlet, else the host of the address; articles of nobody knows whom are one source. */
    private static String outlet(VisitReport report) {
        if (!report.outlet().name().isBlank() || report.url() == null) {
            return report.outlet().name();
        }
        Matcher host = HOST.matcher(report.url());
        return host.find() ? host.group(1) : "";
    }

    private boolean sameText(VisitReport a, VisitReport b) {
        return a.articleId().equals(b.articleId()) || similarity(a.fingerprint(), b.fingerprint()) >= config.sameText();
    }

    /** Share of equal positions of two MinHash signatures: an estimate of the share of common words. */
    static double similarity(List<Long> a, List<Long> b) {
        if (a.isEmpty() || a.size() != b.size()) {
            return 0;
        }
        int equal = 0;
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i).equals(b.get(i))) {
                equal++;
            }
        }
        return (double) equal / a.size();
    }
}
