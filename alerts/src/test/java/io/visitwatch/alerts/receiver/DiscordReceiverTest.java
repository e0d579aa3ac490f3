package io.visitwatch.alerts.receiver;

import java.util.Map;

class DiscordReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.DISCORD;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/hook");
    }
}
