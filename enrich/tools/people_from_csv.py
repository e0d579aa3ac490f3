#!/usr/bin/env python3
"""Take office-holders and their terms over from a table of dated terms of office.

    people_from_csv.py HOLDERS.csv FOREIGN_MINISTERS.csv GAZETTEER_DIR

HOLDERS.csv has the columns country_iso2, position, position_qid, person, person_qid, start, end; FOREIGN_MINISTERS.csv also
country. Writes people-wikidata.tsv and terms-wikidata.tsv into GAZETTEER_DIR. What the hand-written people.tsv and terms.tsv
there say wins: a term they give for the same person, country and office replaces those of the table.

Kept are offices whose holders travel or receive (see OFFICES), in office at any time since 2003. Terms that end before they
start, or twice for one start, are repaired or dropped; an open end means "unknown" unless a later holder bounds it.
"""
import collections
import csv
import os
import re
import sys

EVERYWHERE = {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "monarch", "crown-prince",
              "supreme-leader", "pope"}
NEAR = {"vice-president", "deputy-prime-minister", "interior-minister", "finance-minister", "oil-minister", "energy-minister",
        "trade-minister", "economy-minister", "speaker", "security-adviser", "intelligence-chief", "chief-of-staff",
        "deputy-foreign-minister", "deputy-defence-minister", "minister-of-state", "homeland-security-secretary",
        "national-intelligence-director", "intelligence-minister", "guard-commander", "chief-justice", "central-bank-governor", "attorney-general",
        "justice-minister", "health-minister", "transport-minister", "water-minister", "electricity-minister",
        "agriculture-minister", "industry-minister", "culture-minister", "planning-minister", "environment-minister",
        "development-minister", "army-chief", "military-commander", "regional-commander", "assistant-secretary",
        "under-secretary", "adviser", "chief-of-cabinet", "spokesperson", "first-lady", "permanent-representative",
        "director-general", "secretary-general", "deputy-secretary-general", "commissioner", "mayor", "governor",
        "higher-education-minister", "education-minister", "migration-minister", "housing-minister", "youth-minister",
        "communications-minister", "labour-minister", "tourism-minister", "religion-minister", "envoy"}
DEALS_WITH_IRAQ = set("""US GB FR DE IT ES TR IR SA KW QA AE BH OM YE JO SY LB PS EG SD LY TN DZ MA RU CN JP KR IN PK AF AU
    NZ CA NL BE DK SE NO FI PL UA CZ SK HU RO BG GR CY AT CH PT IE EE LV LT GE AM AZ KZ ID MY PH TH ZZ IL AL MK RS HR SI
    VE MR SO""".split())
REGIONAL = (r"Premier of|Minister-President of|Republika Srpska|Azad Kashmir|Crimea|Zanzibar|Southern Sudan|South Tyrol|Sarawak|Aragon|"
            r"President of (Cantabria|Navarre|Extremadura|La Rioja|Catalonia|Madrid)|House of Assembly|of Quebec|Newfoundland")
SIDE_OFFICES = (r"Defence (Materiel|Science|Industr|Equipment|Production|Procurement|and Space)|military cabinet|[Aa]ssociate Minister|"
                r"State Minister|Minister-delegate|Deputy Director|Vice Chairman of the Joint|Deputy Chief|Supreme Commander|"
                r"Internal Affairs and Communications|^Foreign Secretary of (India|Pakistan)")
OFFICES = [
    (REGIONAL, None),
    (SIDE_OFFICES, None),
    (r"Foreign Trade|External Trade", "trade-minister"),
    (r"Director of National Intelligence", "national-intelligence-director"),
    (r"^ambassador to Iraq$", "ambassador"),
    (r"^ambassador|^High Commissioner to|[Cc]onsul|^Permanent Representative to (?!the United Nations)", None),
    (r"(Ambassador|Permanent Representative) to the United Nations", "permanent-representative"),
    (r"Lieutenant Governor|Governor of|[Pp]refect|Oblast|^Governor(?!.*(Bank|Central))|Secretary of State of|Supreme Court|[Jj]udge"
     r"|Justice of|Mayor(?! of Baghdad)|[Pp]arliamentary [Ss]ecretary|Lord of the Treasury|Commissioner of|Shadow", None),
    (r"Mayor of Baghdad", "mayor"),
    (r"[Cc]o-[Pp]rince|Governor-General|Governor General", None),
    (r"First Lady|First Gentleman", "first-lady"),
    (r"Supreme Leader$", "supreme-leader"),
    (r"[Cc]rown [Pp]rince", "crown-prince"),
    (r"^(King|Queen|Emir|Sultan|Monarch)\b", "monarch"),
    (r"^Pope$|Sovereign of Vatican", "pope"),
    (r"Deputy National Security Advis", None),
    (r"National Security Advis|Supreme National Security Council|Secretary of the Security Council"
     r"|Secretary of the National Security", "security-adviser"),
    (r"Director of the CIA|Director of National Intelligence|[Ii]ntelligence (Service|Agency|Directorate)|Mossad|^Head of .*Intelligence"
     r"|Federal Security Service", "intelligence-chief"),
    (r"Minister of Intelligence", "intelligence-minister"),
    (r"Revolutionary Guard", "guard-commander"),
    (r"Chairman of the Joint Chiefs|Chief of (the )?General Staff|Chief of (the )?Defence( Staff| Force)?$|Chief of the Armed Forces",
     "chief-of-staff"),
    (r"Chief of Staff of the Army|Chief of (the )?Army( Staff)?$|Commander of the Army", "army-chief"),
    (r"^(Speaker|President|Chairman|Chair|Presiding Officer) of (the )?(House|Parliament|National Assembly|Chamber|Council of Representatives|"
     r"Council of Deputies|Islamic Consultative|Senate|Riksdag|Folketing|Storting|Sejm|Knesset|Bundestag|People's|Grand National|Shura|"
     r"State Duma|Federation Council|Consultative|Federal National Council|Saeima|Seimas|Verkhovna|Milli Majlis|Lok Sabha|Congress)",
     "speaker"),
    (r"Vice[- ]President as Head|^(First )?Vice[- ]?President$|^First Vice President", "vice-president"),
    (r"Iraqi Kurdistan", "KRG"),
    (r"^(Deputy|Vice|First Deputy) (Prime Minister|Premier)|^Deputy Chairman of the Government|Vice Premier", "deputy-prime-minister"),
    (r"^(Prime Minister|Premier|Federal Chancellor|Chancellor of (Germany|Austria)|Taoiseach|President of the Government|"
     r"President of the Council of Ministers|Chairman of the (Council|Cabinet) of Ministers|Minister of State of Monaco|"
     r"Chairman of the Government|Minister-President)( of [A-Z].*| \(Prime Minister\))?$", "head-of-government"),
    (r"Deputy Secretary of State|(Deputy|Vice|Assistant)[- ]Minister (of|for) Foreign|Minister of State for (Foreign|Europe|the Middle East)",
     "deputy-foreign-minister"),
    (r"Deputy Secretary of Def|Deputy Minister of (National )?Defen[cs]e", "deputy-defence-minister"),
    (r"^Deputy|^Assistant (?!Secretary)|^Vice (?!President)|^Alternate|^Chief of Staff to|^Undersecretary to", None),
    (r"Assistant Secretary", "assistant-secretary"),
    (r"^Under Secretary of (State|Def)", "under-secretary"),
    (r"Secretary of State for Foreign|^Secretary of State$|Foreign Secretary|[Mm]inister (of|for) (the )?(Foreign|External)|Foreign Minister|"
     r"Minister of Europe and Foreign|Federal Department of Foreign|Minister of the Foreign|Minister of International Relations",
     "foreign-minister"),
    (r"^Secretary of Def[ea]n[cs]e|Secretary of State for Defence|[Mm]inister (of|for) (the )?(National )?Defen[cs]e|Minister of the Armed Forces|"
     r"Federal Minister of Defence|Defence Minister|Minister of Defence and", "defence-minister"),
    (r"Home Secretary|Secretary of State for the Home|[Mm]inister (of|for) (the )?(Interior|Internal Affairs|Home Affairs)|Federal Minister of the Interior",
     "interior-minister"),
    (r"Secretary of Homeland Security", "homeland-security-secretary"),
    (r"Secretary of the Treasury|Chancellor of the Exchequer|[Mm]inister (of|for) (the )?(Economy and )?(Economic Affairs and )?Financ",
     "finance-minister"),
    (r"[Mm]inister (of|for) (Oil|Petroleum)", "oil-minister"),
    (r"Secretary of Energy|[Mm]inister (of|for) (Energy|Electricity and Energy|Power)", "energy-minister"),
    (r"[Mm]inister (of|for) Electricity", "electricity-minister"),
    (r"Secretary of Commerce|Secretary of State for (International )?Trade|[Mm]inister (of|for) (Foreign |International )?(Trade|Commerce|Industry and Trade|Economy and Trade)",
     "trade-minister"),
    (r"[Mm]inister (of|for) (the )?Econom", "economy-minister"),
    (r"Attorney[- ]General|Prosecutor General", "attorney-general"),
    (r"[Mm]inister (of|for) Justice", "justice-minister"),
    (r"[Mm]inister (of|for) (Public )?Health", "health-minister"),
    (r"[Mm]inister (of|for) Higher Education", "higher-education-minister"),
    (r"[Mm]inister (of|for) Transport", "transport-minister"),
    (r"[Mm]inister (of|for) (Water|Irrigation)", "water-minister"),
    (r"[Mm]inister (of|for) Agricultur", "agriculture-minister"),
    (r"[Mm]inister (of|for) Industry", "industry-minister"),
    (r"[Mm]inister (of|for) Planning", "planning-minister"),
    (r"[Mm]inister (of|for) (the )?Environment", "environment-minister"),
    (r"[Mm]inister (of|for) Culture", "culture-minister"),
    (r"(Secretary of State|[Mm]inister) (of|for) (International )?Development", "development-minister"),
    (r"[Mm]inister of Displacement", "migration-minister"),
    (r"Minister of (Construction|Housing)", "housing-minister"),
    (r"White House Chief of Staff|Chief of Staff \(Head|Head of the Presidential Administration", "chief-of-cabinet"),
    (r"Senior Advis[eo]r to the President|^Advisor to the President|Special Advisor to the President", "adviser"),
    (r"Chief Justice$|^Chief Justice of", "chief-justice"),
    (r"Governor of the (Central|National) Bank|Chair of the Federal Reserve", "central-bank-governor"),
    (r"Deputy Secretary-General", "deputy-secretary-general"),
    (r"^Secretary-General of the United Nations", "secretary-general"),
    (r"Under-Secretary-General", "deputy-secretary-general"),
    (r"Director-General of the World Trade", "director-general"),
    (r"^(President|Head of State|President of the (Republic|Confederation|State|Presidency)|President of [A-Z][a-zA-Z ]+|Chairman of the Presidency|"
     r"State President|Executive President)$", "head-of-state"),
]
SKIP_PRESIDENT = re.compile(r"Senate|Council|Assembly|Court|Bank|Chamber|Parliament|Commission|House|Congress|Presidency of the")
HEAD_OF_GOVERNMENT_CHANCELLOR = {"DE", "AT"}
# Dates of the table that are known to be wrong: (person QID, country, office, start given) -> start
WRONG_STARTS = {("Q57669", "IQ", "head-of-government", "2007-05-20"): "2006-05-20"}


def office_of(country, position):
    if position == "Chancellor" and country in HEAD_OF_GOVERNMENT_CHANCELLOR:
        return "head-of-government"
    if position in ("Secretary of State", "Foreign Secretary", "Home Secretary") and country not in ("US", "GB"):
        return None
    for pattern, kind in OFFICES:
        if re.search(pattern, position):
            if kind == "head-of-state" and SKIP_PRESIDENT.search(position):
                return None
            if kind == "KRG":
                return "head-of-government" if position.startswith("Prime") else "head-of-state"
            return kind
    return None


def usable(date):
    return bool(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date))


def rows(holders, ministers):
    with open(holders, encoding="utf8") as file:
        for row in csv.DictReader(file):
            country = row["country_iso2"]
            kind = office_of(country, row["position"])
            code = "UN" if country == "ZZ" and "United Nations" in row["position"] else country
            if "Iraqi Kurdistan" in row["position"]:
                code = "IQ-KR"
            if "World Trade" in row["position"]:
                code = "WTO"
            posting = "IQ" if row["position"] == "ambassador to Iraq" else ""
            yield code, kind, row["position"], row["person"], row["person_qid"], row["start"], row["end"], posting
    with open(ministers, encoding="utf8") as file:
        for row in csv.DictReader(file):
            if row["country_iso2"] and row["person_qid"]:
                yield (row["country_iso2"], "foreign-minister", row["position"], row["person"], row["person_qid"], row["start"],
                       row["end"], "")


def kept(code, kind, start, end):
    if kind is None or code == "ZZ":
        return False
    if end and end[:4] < "2003" or not start and not end:
        return False
    if not end and start[:4] < "2000" and kind not in ("head-of-state", "monarch", "supreme-leader", "pope", "crown-prince"):
        return False
    return kind in EVERYWHERE or kind == "ambassador" or code in DEALS_WITH_IRAQ and kind in NEAR or code in ("IQ", "UN", "IQ-KR", "WTO")


def title(position, kind):
    return "" if position.lower() == kind.replace("-", " ") else re.sub(r"\s+", " ", position)


def last_seen(start):
    """An open end is known to be open on the snapshot's day, or on the day the term began where that is later."""
    return "?" + max("2022-07", start[:7])


def single_offices(directory):
    with open(os.path.join(directory, "office-kinds.tsv"), encoding="utf8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {row[0] for row in rows if len(row) > 2 and "single" in row[2]}


def bound_by_successors(terms, hand_starts, single):
    """Give open terms of offices with one holder the start of the next holder as their end."""
    starts = collections.defaultdict(set)
    for qid, code, kind, start, *_ in terms.values():
        starts[code, kind].add((start, qid))
    for (code, kind), known in hand_starts.items():
        starts[code, kind] |= known
    for key, term in terms.items():
        qid, code, kind, start, end = term[:5]
        later = sorted(s for s, other in starts[code, kind] if other != qid and s[:7] > start[:7] and len(s) >= 4)
        if not end and start and kind in single and later:
            terms[key] = term[:4] + (later[0],) + term[5:]


def read_hand(directory):
    people, covered, starts = set(), set(), collections.defaultdict(set)
    path = os.path.join(directory, "people.tsv")
    for line in open(path, encoding="utf8") if os.path.exists(path) else []:
        if not line.startswith("#") and line.strip():
            people.add(line.split("\t")[0])
    path = os.path.join(directory, "terms.tsv")
    for line in open(path, encoding="utf8") if os.path.exists(path) else []:
        if not line.startswith("#") and line.strip():
            person, code, kind, start = line.split("\t")[:4]
            covered.add((person, code, kind))
            starts[code, kind].add((start, person))
    return people, covered, starts


def main(holders, ministers, directory):
    hand, covered, hand_starts = read_hand(directory)
    names, terms, dropped = {}, collections.OrderedDict(), collections.Counter()
    for code, kind, position, person, qid, start, end, posting in rows(holders, ministers):
        if not person.strip() or not qid or not re.fullmatch(r"Q\d+", qid):
            dropped["no id or name"] += 1
            continue
        if (start and not usable(start)) or (end and not usable(end)):
            dropped["unreadable date"] += 1
            continue
        start = WRONG_STARTS.get((qid, code, kind, start), start)
        if start and end and end < start[:len(end)]:
            dropped["ends before it starts"] += 1
            continue
        if not kept(code, kind, start, end):
            dropped["office or time not watched"] += 1
            continue
        if (qid, code, kind) in covered:
            dropped["hand-written term wins"] += 1
            continue
        names.setdefault(qid, person)
        key = (qid, code, kind, start[:7])
        if key in terms:
            dropped["same term twice"] += 1
            if end and (not terms[key][4] or end > terms[key][4]):
                terms[key] = terms[key][:4] + (end,) + terms[key][5:]
            continue
        terms[key] = (qid, code, kind, start, end, posting, title(position, kind))
    bound_by_successors(terms, hand_starts, single_offices(directory))
    with open(os.path.join(directory, "people-wikidata.tsv"), "w", encoding="utf8") as out:
        out.write("# Holders of offices in or after 2003.\n"
                  "# Source: Wikidata (CC0), statements of positions held as of mid-2022; trimmed, checked and put into this form by\n"
                  "# enrich/tools/people_from_csv.py. Do not edit: additions and corrections go to people.tsv and terms.tsv.\n"
                  "# Wikidata id\tEnglish name\n")
        for qid in sorted(names, key=lambda q: int(q[1:])):
            if qid not in hand:
                out.write(f"{qid}\t{names[qid]}\n")
    with open(os.path.join(directory, "terms-wikidata.tsv"), "w", encoding="utf8") as out:
        out.write("# Terms of the people in people-wikidata.tsv and people.tsv.\n"
                  "# Source: as people-wikidata.tsv. An end of ?2022-07: still open in July 2022, nothing known after.\n"
                  "# person\tcountry\toffice\tstart\tend\tposting\ttitle\n")
        for qid, code, kind, start, end, posting, text in sorted(terms.values(), key=lambda t: (int(t[0][1:]), t[3], t[1], t[2])):
            out.write("\t".join((qid, code, kind, start, end or last_seen(start), posting, text)).rstrip() + "\n")
    print(f"{len(names)} people, {len(terms)} terms; left out: {dict(dropped)}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
