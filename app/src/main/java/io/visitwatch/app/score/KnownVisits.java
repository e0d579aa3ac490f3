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
    private static final List<String> COLUMNS = List.of("person", "country", "place", "start");
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
     * @param place id of the watched place; empty for any
     * @param start first day
     * @param end last day
     */
    public record Known(String person, String country, String place, LocalDate start, LocalDate end) {}

    /**
     * What one alert says, in short.
     *
     * @param at when it was told
     * @param watch the watched place
     * @param visitors the delegation
     */
    public record Sighting(Instant at, String watch, List<ScoredVisitor> visitors) {
        /** What an alert says. */
        public static Sighting of(Alert alert) {
            Visit visit = alert.visit();
            return new Sighting(
                    alert.at(),
                    visit.place().watch(),
                    visit.visitors().stream()
                            .map(visitor -> new ScoredVisitor(visitor.name(), visitor.country()))
                            .toList());
        }
    }

    /**
     * Reads a CSV with the columns {@code person,country,place,start} and perhaps {@code end}, in the order its head names them; cells
     * with commas stand in double quotes.
     *
     * @param name name of the file, for refusals
     * @throws IllegalArgumentException naming file and line when a line is malformed
     */
    public static KnownVisits parse(String name, List<String> lines) {
        List<String> head = lines.isEmpty() ? List.of() : cells(lines.get(0).replace("\ufeff", ""));
        if (!head.containsAll(COLUMNS)) {
            throw new IllegalArgumentException(name + ":1: the head must name " + String.join(",", COLUMNS) + ",end");
        }
        List<Known> visits = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            List<String> cells = cells(lines.get(i));
            try {
                LocalDate start = LocalDate.parse(cells.get(head.indexOf("start")));
                int end = head.indexOf("end");
                visits.add(new Known(
                        cells.get(head.indexOf("person")),
                        cells.get(head.indexOf("country")),
                        cells.get(head.indexOf("place")),
                        start,
                        end < 0 || end >= cells.size() || cells.get(end).isEmpty()
                                ? start
                                : LocalDate.parse(cells.get(end))));
            } catch (DateTimeParseException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        name + ":" + (i + 1) + ": not " + String.join(",", head) + " with days as yyyy-mm-dd", e);
            }
        }
        return new KnownVisits(visits);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** What the alerts tell of these visits. */
    public Result score(List<Sighting> alerts) {
        List<Double> leads = new ArrayList<>();
        List<Known> missed = new ArrayList<>();
        for (Known known : visits) {
            Optional<Instant> first = alerts.stream()
                    .filter(alert -> tells(known, alert))
                    .map(Sighting::at)
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

    private static boolean tells(Known known, Sighting alert) {
        LocalDate told = alert.at().atZone(ZoneOffset.UTC).toLocalDate();
        ScoredVisitor wanted = new ScoredVisitor(known.person(), known.country());
        return (known.place().isEmpty() || alert.watch().equals(known.place()))
                && !told.isBefore(known.start().minusDays(ANNOUNCED_DAYS))
                && !told.isAfter(known.end().plusDays(SLACK_DAYS))
                && alert.visitors().stream().anyMatch(visitor -> NameMatch.samePerson(wanted, visitor));
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
