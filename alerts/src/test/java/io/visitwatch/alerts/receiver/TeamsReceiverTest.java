package io.visitwatch.alerts.receiver;

import java.util.Map;

class TeamsReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.TEAMS;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/workflow");
    }
}
