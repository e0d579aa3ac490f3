package io.visitwatch.enrich.lang;

import java.util.Locale;

/** What a phrase of a language pack signals. The lower-case name with hyphens stands in the files. */
public enum Cue {
    /** The mover comes to a place: {@code arrived in}, {@code landed}, {@code وصل}. */
    ARRIVE(true),
    /** The mover visits a place or somebody: {@code visits}, {@code toured}, {@code يزور}. */
    VISIT(true),
    /** The noun: {@code visit}, {@code trip}, {@code tour}, {@code زيارة}. */
    VISIT_NOUN(true),
    /** The mover sets out for a place: {@code heads to}, {@code flew to}. */
    GO(true),
    /** The mover leaves a place or ends a visit to it: {@code left}, {@code wound up a visit}. */
    LEAVE(true),
    /** The mover is in a place: {@code is in}, {@code spent the day in}. */
    STAY(true),
    /** The subject receives the object: {@code received}, {@code welcomed}, {@code استقبل}. */
    RECEIVE(true),
    /** The subject is received by the agent: {@code was received by}. */
    RECEIVED(true),
    /** Both meet: {@code met}, {@code held talks with}, {@code بحث مع}. */
    MEET(true),
    /** Something brings somebody to a place: {@code brought}, {@code took}. */
    BRING(true),
    /** The subject speaks or acts in public: {@code said}, {@code signed}, {@code told reporters}. */
    SAY(true),
    /** The subject takes part in a gathering: {@code attends}, {@code represents}. */
    ATTEND(true),
    /** A gathering: {@code summit}, {@code conference}. */
    EVENT(true),
    /** Only looks like one of the above, or reacts from afar: {@code met the deadline}, {@code gelecek yıl}, {@code condemned}. */
    IDIOM(true),

    /** Not yet, but firm: {@code is due to}, {@code scheduled}, {@code tomorrow}. */
    PLANNED(false),
    /** Hearsay: {@code reportedly}, {@code may visit}. */
    RUMOUR(false),
    /** Set out already: {@code left for}. */
    EN_ROUTE(false),
    /** Put off. */
    POSTPONED(false),
    /** Called off. */
    CANCELLED(false),
    /** Said not to be so: {@code denied}, {@code no truth}. */
    DENIED(false),
    /** Turns what follows round: {@code not}, {@code never}, {@code لم}. */
    NEGATION(false),
    /** Only thought of: {@code if}, {@code would like to}, {@code called for}. */
    IRREALIS(false),
    /** Held to be improbable: {@code ruled out}, {@code مستبعدة}, {@code بعید است}. */
    UNLIKELY(false),
    /** Old: {@code last year}, {@code anniversary}, {@code had visited}. */
    BACKGROUND(false),
    /** Before the beginning of a span that lasts until now, whose date is not the visit's: {@code since}, {@code منذ}. */
    SINCE(false),
    /** Fresh: {@code this week}, {@code on Monday}; speaks against {@link #BACKGROUND}. */
    RECENT(false),
    /** Nobody travels: {@code by phone}, {@code letter}, {@code in a statement}. */
    REMOTE(false),
    /** Asks somebody to come. */
    INVITE(false),
    /** Beside a name: who bears it is on a visit: {@code visiting}, {@code his guest}, {@code konuk}. */
    GUEST(false),
    /** Beside a gathering, wherever that is held: {@code on the sidelines of}, {@code على هامش}. */
    ASIDE(false),
    /** Takes up or ends a post in the country. */
    RESIDENT(false),
    /** Dead: {@code the late}, {@code martyr}. */
    DEAD(false),
    /** Held the office before: {@code former}. */
    FORMER(false),

    /** Officials as a group or without name: {@code delegation}, {@code envoys}, {@code officials}. */
    COLLECTIVE(false),
    /** Who they are speaks against an official: {@code troops}, {@code journalists}, {@code team}. */
    NONOFFICIAL(false),
    /** What stands in a country without a visit: {@code troops in}, {@code war in}, {@code embassy in}. */
    FIXTURE(false),
    /** The same office on the other side: {@code counterpart}. */
    COUNTERPART(false),
    /** Before the field an office deals with, whose nations are not its own: {@code for the affairs of}, {@code لشؤون}. */
    FIELD(false),
    /** Between the words of one actor: {@code of}, {@code the}. */
    GLUE(false),
    /** Before a name: {@code Mr}, {@code General}. */
    HONORIFIC(false),
    /** Joins two actors or places. */
    AND(false),
    /** Joins a group and who leads it: {@code led by}, {@code во главе с}. */
    HEADED(false),
    /** Joins a companion. */
    WITH(false),
    /** Marks the agent of a passive. */
    BY(false),
    /** Marks a place somebody is in. */
    IN(false),
    /** Marks a place somebody goes to. */
    TO(false),
    /** Marks a place somebody comes from. */
    FROM(false),
    /** Marks other relations, so that what follows is no subject. */
    PREPOSITION(false),
    /** Stands for the person spoken of: {@code he}, {@code the minister}. */
    PRONOUN(false),
    /** Stands for the place spoken of: {@code there}, {@code the country}. */
    THERE(false),
    /** Begins a new clause: {@code while}, {@code as}, {@code who}. */
    CLAUSE(false),
    /** Ends what is only told, where the verb of telling stands last: {@code kurulacağını (duyurdu)}. */
    TOLD(false),
    /** Begins words for a purpose: {@code to discuss}, {@code لبحث}. */
    PURPOSE(false),
    /** The watched country's own outlets say without a nation: {@code the prime minister}, where it means a host. */
    STOP(false);

    private final boolean trigger;

    Cue(boolean trigger) {
        this.trigger = trigger;
    }

    /** Whether it names an event, so that overlapping ones exclude each other. */
    public boolean trigger() {
        return trigger;
    }

    /** The name in the files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
