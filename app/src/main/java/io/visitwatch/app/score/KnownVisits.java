package io.visitwatch.app.score;

import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Visits known from elsewhere, to measure what a replay found of them and how early.
 *
 * @param visits the list
 */
public record KnownVisits(List<Known> visits) {
    private static final int SLACK_DAYS = 7;
    private static final int ANNOUNCED_DAYS = 45;

    public KnownVisits {
        visits = List.copyOf(visits);
    }

    /**
     * One known visit.
     *
     * @param person name; empty matches any visitor of the country
     * @param country country or organisation acted for
     * @param place id of the watched place
     * @param start first day
     * @param end last day
     */
    public record Known(String person, String country, String place, LocalDate start, LocalDate end) {}

    /**
     * Reads a CSV with the head {@code person,country,place,start,end}.
     *
     * @param name name of the file, for refusals
     * @throws IllegalArgumentException naming file and line when a line is malformed
     */
    public static KnownVisits parse(String name, List<String> lines) {
        List<Known> visits = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = lines.get(i).split(",", -1);
            try {
                LocalDate start = LocalDate.parse(cells[3].strip());
                LocalDate end = cells.length > 4 && !cells[4].isBlank() ? LocalDate.parse(cells[4].strip()) : start;
                visits.add(new Known(cells[0].strip(), cells[1].strip(), cells[2].strip(), start, end));
            } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        name + ":" + (i + 1) + ": not person,country,place,start,end with days as yyyy-mm-dd", e);
            }
        }
        return new KnownVisits(visits);
    }

    /** What the alerts tell of these visits. */
    public Result score(List<Alert> alerts) {
        List<Double> leads = new ArrayList<>();
        List<Known> missed = new ArrayList<>();
        for (Known known : visits) {
            Optional<Instant> first = alerts.stream()
                    .filter(alert -> tells(known, alert))
                    .map(Alert::at)
                    .min(Instant::compareTo);
            first.ifPresentOrElse(at -> leads.add(lead(known, at)), () -> missed.add(known));
        }
        leads.sort(null);
        double median = leads.isEmpty() ? 0 : leads.get(leads.size() / 2);
        return new Result(
                visits.size(), leads.size(), Ratio.round(Ratio.share(leads.size(), visits.size())), median, missed);
    }

    private static double lead(Known known, Instant at) {
        Duration lead = Duration.between(at, known.start().atStartOfDay(ZoneOffset.UTC));
        return Math.round(lead.toHours() / 2.4) / 10.0;
    }

    private static boolean tells(Known known, Alert alert) {
        Visit visit = alert.visit();
        LocalDate told = alert.at().atZone(ZoneOffset.UTC).toLocalDate();
        return visit.place().watch().equals(known.place())
                && !told.isBefore(known.start().minusDays(ANNOUNCED_DAYS))
                && !told.isAfter(known.end().plusDays(SLACK_DAYS))
                && visit.visitors().stream()
                        .anyMatch(visitor -> NameMatch.samePerson(
                                new ScoredVisitor(known.person(), known.country()),
                                new ScoredVisitor(visitor.name(), visitor.country())));
    }

    /**
     * What was found.
     *
     * @param known visits in the list
     * @param found visits an alert told of
     * @param recall share found
     * @param medianLeadDays days from the first alert to the start of the visit, the middle one; negative when told after
     * @param missed visits no alert told of
     */
    public record Result(int known, int found, double recall, double medianLeadDays, List<Known> missed) {
        /** One line, then the missed visits. */
        public String text() {
            StringBuilder out = new StringBuilder(String.format(
                    Locale.ROOT,
                    "known %d, found %d, recall %.3f, median lead %.1f days",
                    known,
                    found,
                    recall,
                    medianLeadDays));
            missed.forEach(visit -> out.append("\nmissed: ")
                    .append(visit.person())
                    .append(" (")
                    .append(visit.country())
                    .append(") ")
                    .append(visit.start()));
            return out.toString();
        }
    }
}
