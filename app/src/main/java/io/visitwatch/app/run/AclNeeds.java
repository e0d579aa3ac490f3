package io.visitwatch.app.run;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.visitwatch.model.wire.Topic;
import io.visitwatch.model.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights each part needs on a cluster with an authorizer; it needs no others. */
public final class AclNeeds {
    private final Topics topics;
    private final List<Need> needs = new ArrayList<>();

    private AclNeeds(Topics topics) {
        this.topics = topics;
    }

    /**
     * Rights on one resource.
     *
     * @param resource what
     * @param operations what is done with it
     */
    public record Need(ResourcePattern resource, List<AclOperation> operations) {
        public Need {
            operations = List.copyOf(operations);
        }

        /** As bindings for {@code principal}, from any host. */
        public List<AclBinding> bindings(String principal) {
            return operations.stream()
                    .map(operation -> new AclBinding(
                            resource, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)))
                    .toList();
        }

        /** The same as arguments of Kafka's own {@code kafka-acls.sh}. */
        public String arguments(String principal) {
            StringBuilder text = new StringBuilder("--add --allow-principal ").append(principal);
            operations.forEach(operation -> text.append(" --operation ").append(camel(operation)));
            text.append(
                            switch (resource.resourceType()) {
                                case GROUP -> " --group ";
                                case TRANSACTIONAL_ID -> " --transactional-id ";
                                default -> " --topic ";
                            })
                    .append(resource.name());
            return resource.patternType() == PatternType.PREFIXED
                    ? text.append(" --resource-pattern-type prefixed").toString()
                    : text.toString();
        }

        private static String camel(AclOperation operation) {
            StringBuilder text = new StringBuilder();
            for (String word : operation.name().split("_", -1)) {
                text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            return text.toString();
        }
    }

    /** What {@code part} needs to run; nothing for the embedded broker. */
    public static List<Need> of(Part part, Topics topics) {
        AclNeeds needs = new AclNeeds(topics);
        if (part != Part.broker) {
            needs.look();
        }
        switch (part) {
            case ingest -> needs.ingest();
            case enrich -> needs.enrich();
            case alerts -> needs.alerts();
            case api -> needs.api();
            case broker -> {}
        }
        return List.copyOf(needs.needs);
    }

    /** What {@code topics apply} needs; a part that has this too creates missing topics at its start. */
    public static List<Need> ofTopics(Topics topics) {
        AclNeeds needs = new AclNeeds(topics);
        needs.prefixed(
                ResourceType.TOPIC,
                topics.prefix() + ".",
                CREATE,
                DESCRIBE,
                DESCRIBE_CONFIGS,
                AclOperation.ALTER_CONFIGS);
        return List.copyOf(needs.needs);
    }

    /** Every part compares the topics with the contract before it starts. */
    private void look() {
        prefixed(ResourceType.TOPIC, topics.prefix() + ".", DESCRIBE, DESCRIBE_CONFIGS);
    }

    private void ingest() {
        topics(Set.of(READ, WRITE), topics.feeds(), topics.feedState());
        topics(Set.of(WRITE), topics.articles(), topics.deadLetters());
        group(topics.prefix() + ".ingest");
        transactions(topics.prefix() + ".ingest.");
    }

    private void enrich() {
        topics(Set.of(READ), topics.articles());
        topics(Set.of(WRITE), topics.taggedArticles(), topics.visitReports(), topics.deadLetters());
        step("enrich");
    }

    private void alerts() {
        topics(Set.of(READ), topics.visitReports(), topics.commands());
        topics(Set.of(READ), topics.feeds(), topics.feedState(), topics.articles()); // what the coverage is stated from
        topics(Set.of(READ, WRITE), topics.clock(), topics.alerts(), topics.notifications(), topics.coverage());
        topics(Set.of(WRITE), topics.visits(), topics.deadLetters());
        step("alerts");
        // the changelogs of its stores
        prefixed(
                ResourceType.TOPIC,
                application("alerts") + "-",
                CREATE,
                READ,
                WRITE,
                DELETE,
                DESCRIBE,
                DESCRIBE_CONFIGS);
        group(application("notify"));
        transactions(application("notify") + "-");
    }

    private void api() {
        topics(Set.of(READ), topics.visits(), topics.alerts(), topics.coverage());
        topics(Set.of(WRITE), topics.commands());
        prefixed(ResourceType.GROUP, topics.prefix() + "-", DESCRIBE); // how far behind each stage is
    }

    private void step(String name) {
        group(application(name));
        transactions(application(name));
    }

    private String application(String step) {
        return topics.prefix() + "-" + step;
    }

    @SafeVarargs
    private void topics(Set<AclOperation> operations, Topic<String, ?>... all) {
        for (Topic<String, ?> topic : all) {
            add(
                    new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL),
                    operations.stream().sorted().toList());
        }
    }

    private void group(String name) {
        add(new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL), List.of(READ));
    }

    private void transactions(String prefix) {
        prefixed(ResourceType.TRANSACTIONAL_ID, prefix, WRITE);
    }

    private void prefixed(ResourceType type, String prefix, AclOperation... operations) {
        add(new ResourcePattern(type, prefix, PatternType.PREFIXED), List.of(operations));
    }

    private void add(ResourcePattern resource, List<AclOperation> operations) {
        needs.add(new Need(resource, operations));
    }
}
