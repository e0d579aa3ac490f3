package io.visitwatch.alerts.receiver;

import java.util.Map;

class MattermostReceiverTest extends ReceiverContract {
    @Override
    ReceiverKind kind() {
        return ReceiverKind.MATTERMOST;
    }

    @Override
    Map<String, String> settings(String base) {
        return Map.of("url", base + "/hook");
    }
}
