package io.visitwatch.alerts.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.visitwatch.alerts.Alerts;
import io.visitwatch.alerts.notify.DeliveryOutcome;
import io.visitwatch.alerts.notify.Handling;
import io.visitwatch.alerts.notify.Notification;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailReceiverTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void tellsTheVisitInPlainTextUnderAStableMessageId() throws Exception {
        Notification notification = ReceiverContract.notification(Alerts.arrival()
                .saying("الوزير يصل", "وصل وزير الخارجية التركي إلى بغداد.")
                .build());
        assertThat(receiver("desk@example.org").deliver(notification)).isEqualTo(new DeliveryOutcome.Delivered());
        assertThat(receiver("desk@example.org").deliver(notification)).isEqualTo(new DeliveryOutcome.Delivered());
        MimeMessage first = server.getReceivedMessages()[0];
        assertThat(first.getSubject()).contains("الوزير يصل");
        assertThat(first.getContent().toString()).contains("وصل وزير الخارجية التركي إلى بغداد.", "Tigris Wire");
        assertThat(server.getReceivedMessages()[1].getMessageID())
                .isEqualTo(first.getMessageID())
                .isEqualTo("<" + notification.id() + "@visitwatch>");
    }

    @Test
    void aTitleCannotAddHeaders() throws Exception {
        receiver("desk@example.org")
                .deliver(ReceiverContract.notification(Alerts.arrival()
                        .saying("Minister\r\nBcc: all@example.org", "x")
                        .build()));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void triesAgainWhenTheServerIsAway() {
        Receiver receiver = receiver("desk@example.org");
        server.stop();
        assertThat(receiver.deliver(
                        ReceiverContract.notification(Alerts.arrival().build())))
                .isInstanceOf(DeliveryOutcome.Retry.class);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> receiver("desk at example")).hasMessageContaining("is no mail address");
    }

    private Receiver receiver(String to) {
        String smtp = "smtp://127.0.0.1:" + server.getSmtp().getPort();
        ReceiverConfig config = new ReceiverConfig(
                "mail",
                ReceiverKind.EMAIL,
                Map.of("smtp", smtp, "from", "visitwatch@example.org", "to", to),
                Handling.OPEN);
        return Receivers.create(config, message -> new HttpSender.Reply(200, null), InstantSource.system());
    }
}
