package io.visitwatch.alerts.receiver;

import java.util.Map;

class SlackReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.SLACK;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/hook", "channel", "#visits");
    }
}
