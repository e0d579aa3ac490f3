package io.visitwatch.alerts.receiver;

import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.AlertText;
import io.visitwatch.model.Alert;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plain-text mail over SMTP. The message id is made from the notification's id, so that a repeat is recognised as one; alerts about
 * one visit share a thread.
 */
final class EmailReceiver implements Receiver {
    private static final String TIMEOUT_MS = "20000";

    private final ReceiverConfig config;
    private final Session session;
    private final InternetAddress from;
    private final InternetAddress[] to;

    EmailReceiver(ReceiverConfig config) {
        this.config = config;
        this.session = session(config);
        try {
            this.from = new InternetAddress(config.need("from"), true);
            this.to = InternetAddress.parse(config.need("to"), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "receiver " + config.name() + ": '" + e.getRef() + "' is no mail address", e);
        }
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public DeliveryOutcome deliver(Notification notification) {
        try {
            Transport.send(message(notification));
            return new DeliveryOutcome.Delivered();
        } catch (SendFailedException e) {
            return new DeliveryOutcome.Retry("mail server refused an address: " + e.getMessage(), null);
        } catch (MessagingException e) {
            return new DeliveryOutcome.Retry("mail server: " + e.getMessage(), null);
        }
    }

    private MimeMessage message(Notification notification) throws MessagingException {
        Alert first = notification.alerts().get(0);
        MimeMessage message = new IdentifiedMessage(session, "<" + notification.id() + "@visitwatch>");
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(AlertText.title(first), StandardCharsets.UTF_8.name());
        message.setHeader("References", "<" + first.visit().id() + "@visitwatch>");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(notification.createdAt()));
        message.setText(
                notification.alerts().stream().map(EmailReceiver::text).collect(Collectors.joining("\n\n")),
                StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    private static String text(Alert alert) {
        return AlertText.title(alert) + "\n\n" + AlertText.evidence(alert) + "\n\n" + AlertText.provenance(alert)
                + AlertText.link(alert).map(url -> "\n" + url).orElse("");
    }

    private static Session session(ReceiverConfig config) {
        URI smtp = URI.create(config.need("smtp"));
        boolean secure = "smtps".equals(smtp.getScheme());
        if (smtp.getHost() == null || !(secure || "smtp".equals(smtp.getScheme()))) {
            throw new IllegalArgumentException("receiver " + config.name() + ": smtp is '" + smtp
                    + "': use smtp://host:port or smtps://host:port");
        }
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.getHost());
        properties.put("mail.smtp.port", Integer.toString(smtp.getPort() > 0 ? smtp.getPort() : secure ? 465 : 25));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(secure));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", config.get("tls", "false"));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.put("mail.smtp.timeout", TIMEOUT_MS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MS);
        String user = config.get("user", "");
        properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        return Session.getInstance(properties, authenticator(user, config.get("password", "")));
    }

    private static @Nullable Authenticator authenticator(String user, String password) {
        if (user.isEmpty()) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        };
    }

    /** Keeps its own message id when the library completes the headers. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
