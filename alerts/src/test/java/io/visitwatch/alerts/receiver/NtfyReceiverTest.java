package io.visitwatch.alerts.receiver;

import java.util.Map;

class NtfyReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.NTFY;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base, "topic", "visits", "token", "t");
    }
}
