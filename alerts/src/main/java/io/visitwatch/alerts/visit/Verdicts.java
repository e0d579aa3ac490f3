package io.visitwatch.alerts.visit;

import io.visitwatch.alerts.command.Command;
import io.visitwatch.model.VisitReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies what analysts decide; each verdict is noted on the visit. */
final class Verdicts {
    private final Joiner joiner;

    Verdicts(Joiner joiner) {
        this.joiner = joiner;
    }

    LedgerResult apply(LedgerView view, Command command) {
        if (!refusal(view, command).isEmpty()) {
            return LedgerResult.nothing(view.clock());
        }
        LedgerEntry entry = find(view, command.visitId()).orElseThrow();
        if (entry.overlay().commandIds().contains(command.id())) {
            return LedgerResult.nothing(view.clock());
        }
        Overlay overlay = entry.overlay().applied(command.id()).note(words(command));
        Cause cause = Cause.at(command.at());
        return switch (command.verdict()) {
            case CONFIRM -> joiner.change(view, entry, entry.reports(), overlay.confirm(), cause);
            case REJECT -> reject(view, entry, overlay, command);
            case RENAME ->
                joiner.change(
                        view,
                        entry,
                        entry.reports(),
                        overlay.rename(text(command.visitorId()), text(command.name())),
                        cause);
            case SILENCE ->
                joiner.change(
                        view,
                        entry,
                        entry.reports(),
                        overlay.silence(java.util.Objects.requireNonNull(command.until())),
                        cause);
            case MERGE -> merge(view, entry, overlay, command);
            case SPLIT -> split(view, entry, overlay, command);
        };
    }

    private LedgerResult reject(LedgerView view, LedgerEntry entry, Overlay overlay, Command command) {
        LedgerResult changed = joiner.change(view, entry, entry.reports(), overlay.reject(), Cause.at(command.at()));
        if (entry.overlay().rejected()) {
            return changed; // told when it was rejected first
        }
        LedgerEntry rejected = changed.entries().get(0);
        Changes changes = new Changes(rejected.visit(), rejected.told(), Cause.at(command.at()), List.of());
        changes.retracted("rejected by " + command.by());
        LedgerEntry told = new LedgerEntry(rejected.visit(), rejected.reports(), rejected.overlay(), changes.told());
        return new LedgerResult(view.clock(), List.of(told), List.of(), changes.alerts());
    }

    private LedgerResult merge(LedgerView view, LedgerEntry entry, Overlay overlay, Command command) {
        LedgerEntry other = find(view, text(command.otherVisitId())).orElseThrow();
        Cause cause = Cause.at(command.at());
        List<VisitReport> all = Joiner.united(List.of(entry, other));
        Overlay pinned = overlay.pin(all.stream().map(VisitReport::id).toList());
        LedgerEntry unpinned = new LedgerEntry(
                other.visit(),
                other.reports(),
                other.overlay().unpin(other.overlay().pinned()),
                other.told());
        LedgerResult gone = joiner.mergeAway(view, unpinned, entry.id(), cause);
        return gone.then(joiner.change(view, entry, all, pinned, cause));
    }

    private LedgerResult split(LedgerView view, LedgerEntry entry, Overlay overlay, Command command) {
        Cause cause = Cause.at(command.at());
        List<VisitReport> own = entry.reports().stream()
                .filter(r -> command.reportIds().contains(r.id()))
                .toList();
        List<VisitReport> rest = entry.reports().stream()
                .filter(r -> !command.reportIds().contains(r.id()))
                .toList();
        List<String> ownIds = own.stream().map(VisitReport::id).toList();
        List<String> restIds = rest.stream().map(VisitReport::id).toList();
        Overlay ownOverlay = Overlay.NONE.pin(ownIds).note("split from " + entry.id() + " by " + command.by());
        LedgerResult opened = joiner.open(view, Set.of(entry.id()), own, ownOverlay, cause);
        return joiner.change(view, entry, rest, overlay.unpin(ownIds).pin(restIds), cause)
                .then(opened);
    }

    /** One line: why the command cannot be applied; empty when it can. */
    String refusal(LedgerView view, Command command) {
        Optional<LedgerEntry> entry = find(view, command.visitId());
        if (entry.isEmpty()) {
            return "command " + command.id() + ": no open visit " + command.visitId() + "; list them with alerts list";
        }
        return switch (command.verdict()) {
            case CONFIRM, REJECT, SILENCE ->
                entry.get().reports().isEmpty()
                        ? "command " + command.id() + ": visit " + command.visitId() + " rests on no report any more"
                        : "";
            case RENAME ->
                entry.get().visit().visitors().stream().anyMatch(v -> v.id().equals(command.visitorId()))
                        ? ""
                        : "command " + command.id() + ": visit " + command.visitId() + " has no visitor "
                                + command.visitorId();
            case MERGE -> mergeRefusal(view, entry.get(), command);
            case SPLIT -> splitRefusal(entry.get(), command);
        };
    }

    private static String mergeRefusal(LedgerView view, LedgerEntry entry, Command command) {
        Optional<LedgerEntry> other = find(view, text(command.otherVisitId()));
        if (other.isEmpty()) {
            return "command " + command.id() + ": no open visit " + command.otherVisitId() + " to merge";
        }
        return other.get().id().equals(entry.id())
                ? "command " + command.id() + ": " + command.otherVisitId() + " is " + entry.id() + " already"
                : "";
    }

    private static String splitRefusal(LedgerEntry entry, Command command) {
        Set<String> known = entry.reports().stream().map(VisitReport::id).collect(java.util.stream.Collectors.toSet());
        List<String> strange =
                command.reportIds().stream().filter(id -> !known.contains(id)).toList();
        if (!strange.isEmpty()) {
            return "command " + command.id() + ": visit " + entry.id() + " has no report " + strange.get(0);
        }
        return Set.copyOf(command.reportIds()).size() == known.size()
                ? "command " + command.id() + ": a split must leave the visit at least one report"
                : "";
    }

    /** The visit, or the one it was merged into. */
    private static Optional<LedgerEntry> find(LedgerView view, String id) {
        Optional<LedgerEntry> entry = view.byId(id);
        for (int hops = 0; hops < 10 && entry.isPresent(); hops++) {
            String into = entry.get().visit().mergedInto();
            if (into == null) {
                return entry;
            }
            entry = view.byId(into);
        }
        return entry;
    }

    private static String words(Command command) {
        String verdict = command.verdict().name().toLowerCase(java.util.Locale.ROOT);
        String object = switch (command.verdict()) {
            case CONFIRM, REJECT -> "";
            case MERGE -> " " + command.otherVisitId();
            case SPLIT -> " " + String.join(", ", command.reportIds());
            case RENAME -> " " + command.visitorId() + " to " + command.name();
            case SILENCE -> " until " + command.until();
        };
        String reason = command.note() == null ? "" : ": " + command.note();
        return command.at() + " " + command.by() + ": " + verdict + object + reason;
    }

    private static String text(@org.jspecify.annotations.Nullable String required) {
        return java.util.Objects.requireNonNull(required);
    }
}
