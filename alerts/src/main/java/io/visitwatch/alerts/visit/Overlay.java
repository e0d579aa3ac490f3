package io.visitwatch.alerts.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What analysts decided about one visit, laid over what its reports say.
 *
 * @param commandIds ids of the commands applied, sorted: each counts once
 * @param confirmed whether an analyst confirmed it
 * @param rejected whether an analyst rejected it
 * @param names visitor id to the name it is to be called by
 * @param silencedUntil end of the silence; null when none
 * @param pinned ids of reports put into this visit by hand, sorted
 * @param notes what was decided, in words, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Overlay(
        List<String> commandIds,
        boolean confirmed,
        boolean rejected,
        Map<String, String> names,
        @Nullable Instant silencedUntil,
        List<String> pinned,
        List<String> notes) {
    static final Overlay NONE = new Overlay(List.of(), false, false, Map.of(), null, List.of(), List.of());

    Overlay {
        commandIds = List.copyOf(commandIds);
        names = Map.copyOf(names);
        pinned = List.copyOf(pinned);
        notes = List.copyOf(notes);
    }

    Overlay confirm() {
        return new Overlay(commandIds, true, false, names, silencedUntil, pinned, notes);
    }

    Overlay reject() {
        return new Overlay(commandIds, false, true, names, silencedUntil, pinned, notes);
    }

    Overlay rename(String visitorId, String name) {
        Map<String, String> more = new TreeMap<>(names);
        more.put(visitorId, name);
        return new Overlay(commandIds, confirmed, rejected, more, silencedUntil, pinned, notes);
    }

    Overlay silence(Instant until) {
        return new Overlay(commandIds, confirmed, rejected, names, until, pinned, notes);
    }

    Overlay pin(List<String> reportIds) {
        TreeSet<String> more = new TreeSet<>(pinned);
        more.addAll(reportIds);
        return new Overlay(commandIds, confirmed, rejected, names, silencedUntil, List.copyOf(more), notes);
    }

    Overlay unpin(List<String> reportIds) {
        TreeSet<String> fewer = new TreeSet<>(pinned);
        reportIds.forEach(fewer::remove);
        return new Overlay(commandIds, confirmed, rejected, names, silencedUntil, List.copyOf(fewer), notes);
    }

    Overlay note(String note) {
        List<String> more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Overlay(commandIds, confirmed, rejected, names, silencedUntil, pinned, more);
    }

    Overlay applied(String commandId) {
        TreeSet<String> more = new TreeSet<>(commandIds);
        more.add(commandId);
        return new Overlay(List.copyOf(more), confirmed, rejected, names, silencedUntil, pinned, notes);
    }
}
