package io.visitwatch.alerts.receiver;

import java.time.InstantSource;

/** Makes receivers from their configuration. */
public final class Receivers {
    private Receivers() {}

    /**
     * The receiver a configuration asks for.
     *
     * @param config what to make
     * @param sender guarded HTTP client
     * @param clock time for the stamps that receivers check
     * @throws IllegalArgumentException when a setting is malformed, naming the receiver and the setting
     */
    public static Receiver create(ReceiverConfig config, HttpSender sender, InstantSource clock) {
        return switch (config.kind()) {
            case LOG -> new LogReceiver(config.name());
            case EMAIL -> new EmailReceiver(config);
            case WEBHOOK -> new HttpReceiver(config.name(), sender, new WebhookForm(config, clock)::message);
            case ALERTMANAGER -> new HttpReceiver(config.name(), sender, new AlertmanagerForm(config)::alerts);
            case ALERTMANAGER_WEBHOOK -> new HttpReceiver(config.name(), sender, new AlertmanagerForm(config)::webhook);
            case SLACK, MATTERMOST -> new HttpReceiver(config.name(), sender, new SlackForm(config)::message);
            case TEAMS -> new HttpReceiver(config.name(), sender, new TeamsForm(config)::message);
            case DISCORD -> new HttpReceiver(config.name(), sender, new DiscordForm(config)::message);
            case TELEGRAM -> new HttpReceiver(config.name(), sender, new TelegramForm(config)::message);
            case NTFY -> new HttpReceiver(config.name(), sender, new NtfyForm(config)::message);
        };
    }
}
