package io.visitwatch.alerts.kafka;

import java.util.List;

/** The steps of one delivery in order, and how often the receiver hears of the alert when the process dies there. */
final class DeliverySteps {
    static final List<Step> ALL = List.of(
            new Step(1, "alert taken", 1),
            new Step(2, "notification written", 1),
            new Step(3, "position written", 1),
            new Step(4, "notification committed", 1),
            new Step(5, "try decided", 1),
            new Step(6, "try written", 1),
            new Step(7, "position written with the try", 1),
            new Step(8, "try committed", 1),
            new Step(9, "receiver about to be called", 1),
            new Step(10, "receiver answered", 2),
            new Step(11, "outcome decided", 2),
            new Step(12, "outcome written", 2),
            new Step(13, "position written with the outcome", 2),
            new Step(14, "outcome committed", 1));

    private DeliverySteps() {}

    static List<Step> all() {
        return ALL;
    }

    /** A place between two steps. */
    record Step(int number, String where, int times) {
        @Override
        public String toString() {
            return number + " " + where;
        }
    }
}
