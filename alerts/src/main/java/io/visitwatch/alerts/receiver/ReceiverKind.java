package io.visitwatch.alerts.receiver;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of receivers and the settings each takes. */
@SuppressWarnings("ImmutableEnumChecker") // the fields hold Set.of values
public enum ReceiverKind {
    /** A line in the log; the alerts topic itself needs no receiver. */
    LOG(Set.of(), Set.of()),
    /** Standard Webhooks 1.0. */
    WEBHOOK(Set.of("url"), Set.of("url", "secret", "old_secret")),
    /** Alertmanager's API, {@code POST /api/v2/alerts}. */
    ALERTMANAGER(Set.of("url"), Set.of("url", "token")),
    /** Alertmanager's webhook payload, version 4, for receivers written for it. */
    ALERTMANAGER_WEBHOOK(Set.of("url"), Set.of("url", "token")),
    /** Slack's incoming webhooks, which Mattermost takes too. */
    SLACK(Set.of("url"), Set.of("url", "channel")),
    /** Same form as Slack's. */
    MATTERMOST(Set.of("url"), Set.of("url", "channel")),
    /** Teams workflows: an adaptive card. */
    TEAMS(Set.of("url"), Set.of("url")),
    /** Discord's webhooks. */
    DISCORD(Set.of("url"), Set.of("url")),
    /** Telegram's bot API. */
    TELEGRAM(Set.of("token", "chat"), Set.of("token", "chat", "url")),
    /** ntfy's JSON publishing. */
    NTFY(Set.of("url", "topic"), Set.of("url", "topic", "token")),
    /** Mail over SMTP. */
    EMAIL(Set.of("smtp", "from", "to"), Set.of("smtp", "from", "to", "user", "password", "tls"));

    private final Set<String> required;
    private final Set<String> settings;

    ReceiverKind(Set<String> required, Set<String> settings) {
        this.required = required;
        this.settings = settings;
    }

    /** Settings that must be given. */
    public Set<String> required() {
        return required;
    }

    /** Settings that may be given. */
    public Set<String> settings() {
        return settings;
    }

    /** The word the configuration uses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind the configuration calls by this word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ReceiverKind of(String word) {
        Set<String> words = new TreeSet<>();
        for (ReceiverKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
            words.add(kind.word());
        }
        throw new IllegalArgumentException("no kind of receiver '" + word + "': use one of " + words);
    }
}
