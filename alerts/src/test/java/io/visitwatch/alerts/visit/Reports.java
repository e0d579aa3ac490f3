package io.visitwatch.alerts.visit;

import io.visitwatch.model.Evidence;
import io.visitwatch.model.Host;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.TextSpan;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitPlace;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds visit reports for tests: one line says who, when and what, the rest has sensible values. */
public final class Reports {
    private final String article;
    private int revision;
    private int position;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();
    private @Nullable Instant published = Instant.EPOCH;
    private @Nullable String key;
    private VisitStatus status = VisitStatus.ARRIVED;
    private VisitDates dates = VisitDates.UNKNOWN;
    private VisitPlace place = new VisitPlace("baghdad", PlaceLevel.PLACE, "baghdad", null);
    private String outlet;
    private SourceClass sourceClass = SourceClass.OTHER;
    private String language = "en";
    private String sentence = "";
    private @Nullable String agency;
    private @Nullable String purpose;
    private List<Long> fingerprint = List.of();
    private boolean backfill;
    private double confidence = 0.9;

    private Reports(String article) {
        this.article = article;
        this.outlet = "Outlet " + article;
    }

    /** A report of the article called {@code article}; by default each article has an outlet of its own. */
    public static Reports of(String article) {
        return new Reports(article);
    }

    /** Publication time, ISO-8601 instant or day. */
    public Reports published(String time) {
        published = time.length() == 10 ? Instant.parse(time + "T09:00:00Z") : Instant.parse(time);
        return this;
    }

    /** Nobody knows when it was published or seen; the article guesses the season. */
    public Reports undated(String season) {
        published = null;
        key = visitors.get(0).id() + season;
        return this;
    }

    /** Known neither when published nor seen, with this grouping key. */
    public Reports key(String whole) {
        published = null;
        key = whole;
        return this;
    }

    /** Guess of the season by an article with a date. */
    public Reports season(String season) {
        key = visitors.get(0).id() + season;
        return this;
    }

    public Reports revision(int number) {
        revision = number;
        return this;
    }

    public Reports position(int number) {
        position = number;
        return this;
    }

    /** A named visitor with an id made from name and country. */
    public Reports visitor(String name, String country, String officeKind) {
        String id = country + ":" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return visitor(id, name, country, officeKind);
    }

    public Reports visitor(String id, String name, String country, @Nullable String officeKind) {
        visitors.add(new Visitor(id, name, country, officeKind, officeKind, 2));
        return this;
    }

    public Reports office(String country, String officeKind) {
        return visitor("office:" + country + ":" + officeKind, "", country, officeKind);
    }

    public Reports delegation(String country) {
        return visitor("delegation:" + country, "", country, "delegation");
    }

    public Reports status(VisitStatus reached) {
        status = reached;
        return this;
    }

    /** The exact day of the visit. */
    public Reports on(String day) {
        LocalDate date = LocalDate.parse(day);
        dates = new VisitDates(date, date, VisitDates.Precision.DAY);
        return this;
    }

    public Reports between(String first, String last, VisitDates.Precision precision) {
        dates = new VisitDates(LocalDate.parse(first), LocalDate.parse(last), precision);
        return this;
    }

    public Reports place(PlaceLevel level, String id) {
        place = new VisitPlace(place.watch(), level, id, place.venue());
        return this;
    }

    public Reports watch(String watch) {
        place = new VisitPlace(watch, PlaceLevel.PLACE, watch, null);
        return this;
    }

    public Reports host(String id, String name, @Nullable String officeKind) {
        hosts.add(new Host(id, name, officeKind));
        return this;
    }

    public Reports outlet(String name, SourceClass kind) {
        outlet = name;
        sourceClass = kind;
        return this;
    }

    public Reports language(String code) {
        language = code;
        return this;
    }

    public Reports saying(String words) {
        sentence = words;
        return this;
    }

    public Reports crediting(String name) {
        agency = name;
        return this;
    }

    public Reports purpose(String words) {
        purpose = words;
        return this;
    }

    public Reports fingerprint(Long... signature) {
        fingerprint = List.of(signature);
        return this;
    }

    public Reports backfill() {
        backfill = true;
        return this;
    }

    public Reports confidence(double value) {
        confidence = value;
        return this;
    }

    /** The report. */
    public VisitReport build() {
        String words = sentence.isEmpty() ? visitors.get(0).id() + " " + status : sentence;
        return new VisitReport(
                article + "/" + revision + "/" + position,
                article,
                revision,
                "https://news.example/" + article,
                words,
                new Outlet(outlet, null, sourceClass),
                language,
                published,
                published == null ? Instant.EPOCH : published,
                visitors,
                place,
                dates,
                status,
                hosts,
                purpose,
                List.of(new Evidence("title", new TextSpan(0, words.length()), words)),
                List.of("test"),
                confidence,
                List.of(),
                key == null ? visitors.get(0).id() : key,
                fingerprint,
                agency,
                backfill,
                "test-data");
    }
}
