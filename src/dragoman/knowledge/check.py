"""What is wrong with the tables: rules they must keep, each finding with its file and line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, product
from pathlib import Path

from dragoman.errors import BadTable
from dragoman.knowledge import load
from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.check_places import place_faults
from dragoman.knowledge.days import LAST, first_day, last_day
from dragoman.knowledge.facts import Group, Organization, Person, Term
from dragoman.knowledge.folding import fold, key
from dragoman.knowledge.names import NameEntry

__all__ = ["ROLES", "SECTORS", "check", "sound_folder"]

ROLES = frozenset(
    {
        "HOS", "HOG", "VICE_HOS", "DEPUTY_HOG", "FM", "DM", "INTERIOR", "FINANCE", "NSA", "INTEL",
        "CHOD", "SPOX", "AMB", "UNREP", "ENVOY", "ORGHEAD", "PARTYHEAD", "SPEAKER", "OTHER"
    }
)  # fmt: skip
# PLOVER 2.0.
SECTORS = frozenset(
    {
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
        "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"
    }
)  # fmt: skip
_SPECIAL_CODES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_NAME_KINDS = frozenset(
    {
        "name",
        "official",
        "former",
        "abbreviation",
        "part",
        "adjective",
        "demonym",
        "demonym_plural",
        "capital",
        "seat",
    }
)
_SINGLE = ("HOS", "HOG", "FM", "DM")
_BODY_KINDS = frozenset(
    {
        *("igo", "club", "ngo", "media", "company", "party"),
        *("parliament", "ministry", "military", "intelligence", "police", "court"),
    }
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
# Tables that share their ids.
_ID_TABLES = (
    ("people", "people_hand", "people_visits"),
    ("organizations", "groups"),
    ("countries",),
)
_CAREER = timedelta(days=25 * 365)  # between two offices of one life
_TOLD = 5  # faults in one message
_LENGTHS = {4: "year", 7: "month", 10: "day"}


def check(*folders: Path) -> tuple[str, ...]:
    """Return all that is wrong with our tables and those of the folders; () if all is well."""
    knowledge = Knowledge.load(*folders)
    return (
        *_unsourced(folders),
        *_repeated(folders),
        *_unknown_words(folders),
        *_unknown_in_terms(knowledge),
        *_unknown_in_names(knowledge),
        *_misshapen(knowledge),
        *_dates(knowledge),
        *_status_dates(knowledge),
        *_overlaps(knowledge, folders),
        *_shared_aliases(knowledge, folders),
        *_doubled(knowledge, folders),
        *place_faults(knowledge.countries, folders),
    )


def sound_folder(folder: Path) -> Path:
    """Return the full path of a user's folder of tables, ready for `Knowledge.load`.

    Raises BadInput for a folder without tables, and BadTable naming file and line of what breaks
    their rules.
    """
    found = load.check_folder(folder)
    faults = [fault for fault in check(found) if fault.startswith(f"{found.name}/")]
    if faults:
        more = f" (and {len(faults) - _TOLD} more)" if len(faults) > _TOLD else ""
        raise BadTable("; ".join(faults[:_TOLD]) + more)
    return found


def _unsourced(folders: tuple[Path, ...]) -> Iterator[str]:
    for name, columns in load.COLUMNS.items():
        for row in load.rows(name, folders):
            for column in ("source", "licence"):
                if column in columns and not row[column]:
                    yield f"{row.rule}: no {column}"


def _repeated(folders: tuple[Path, ...]) -> Iterator[str]:
    for tables in _ID_TABLES:
        # A folder of the user's may repeat what ours has, to correct it.
        for place in ((), *((folder,) for folder in folders)):
            seen: dict[str, str] = {}
            for name in tables:
                for row in load.rows(name, place, ours=not place):
                    known = row[load.COLUMNS[name][0]]
                    if known in seen:
                        yield f"{row.rule}: {known} stands at {seen[known]} too"
                    seen[known] = row.rule


def _unknown_words(folders: tuple[Path, ...]) -> Iterator[str]:
    for name, columns in load.COLUMNS.items():
        for row in load.rows(name, folders):
            unknown = set(row.many("sector")) - SECTORS if "sector" in columns else set()
            if unknown:
                yield f"{row.rule}: no sector of PLOVER: {', '.join(sorted(unknown))}"
            if name.startswith("country_names") and row["kind"] not in _NAME_KINDS:
                yield f"{row.rule}: unknown kind of name: {row['kind']}"
            if name == "cautions" and row["kind"] not in ("shared", "block", "given"):
                yield f"{row.rule}: unknown kind of caution: {row['kind']}"


def _known_code(knowledge: Knowledge, code: str | None) -> bool:
    return not code or code in knowledge.countries or code in _SPECIAL_CODES


def _unknown_in_terms(knowledge: Knowledge) -> Iterator[str]:
    for term in _terms(knowledge):
        if term.person not in knowledge.people:
            yield f"{term.rule}: no such person: {term.person}"
        if not _known_code(knowledge, term.country):
            yield f"{term.rule}: no such country: {term.country}"
        body = term.organization
        if body and body not in knowledge.organizations and body not in knowledge.groups:
            yield f"{term.rule}: no such organization or group: {body}"
        if term.role not in ROLES:
            yield f"{term.rule}: no such role: {term.role}"
        if not term.title:
            yield f"{term.rule}: no title"
        if not term.country and not body:
            yield f"{term.rule}: neither country nor organization"


def _unknown_in_names(knowledge: Knowledge) -> Iterator[str]:
    for country in knowledge.countries.values():
        if country.parent and country.parent not in knowledge.countries:
            yield f"{country.rule}: no such parent: {country.parent}"
    for entry in knowledge.names:
        if entry.kind in _NAME_KINDS and not _known_code(knowledge, entry.id):
            yield f"{entry.rule}: no such country: {entry.id}"
        if not _known_code(knowledge, entry.country):
            yield f"{entry.rule}: no such code: {entry.country}"
    bodies = knowledge.groups.keys() | knowledge.organizations.keys()
    for group, statuses in knowledge.statuses.items():
        if group not in bodies:
            yield f"{statuses[0].rule}: no such group: {group}"


def _misshapen(knowledge: Knowledge) -> Iterator[str]:
    """Yield ids, names and kinds that no row should have."""
    named: tuple[Person | Organization | Group, ...] = (
        *knowledge.people.values(),
        *knowledge.organizations.values(),
        *knowledge.groups.values(),
    )
    for fact in named:
        if not _ID.fullmatch(fact.id):
            yield f"{fact.rule}: {fact.id!r} is no id: lower-case letters and figures, parted by -"
        if len(fact.name) < 2 or any(len(alias) < 2 for alias in fact.aliases):
            yield f"{fact.rule}: {fact.id} has a name of less than two letters"
        if fact.wikidata and not _WIKIDATA.fullmatch(fact.wikidata):
            yield f"{fact.rule}: {fact.wikidata!r} is no Wikidata id such as Q43"
    for body in knowledge.organizations.values():
        if body.kind not in _BODY_KINDS:
            yield f"{body.rule}: unknown kind of organization: {body.kind}"
        if not body.sectors and body.code in knowledge.countries:
            yield f"{body.rule}: a body of a state has a sector"
    for group in knowledge.groups.values():
        if not group.country or not group.sectors:
            yield f"{group.rule}: a group has a country (or IMG) and a sector"


def _status_dates(knowledge: Knowledge) -> Iterator[str]:
    for statuses in knowledge.statuses.values():
        for status in statuses:
            if status.first > status.last:
                yield f"{status.rule}: ends before it begins"
        for one, other in combinations(sorted(statuses, key=lambda status: status.first), 2):
            if other.first <= one.last and _table(one.rule) == _table(other.rule):
                yield f"{other.rule}: {one.group} has another status at that time ({one.rule})"


def _table(rule: str) -> str:
    return rule.rpartition(":")[0]


def _dates(knowledge: Knowledge) -> Iterator[str]:
    for term in _terms(knowledge):
        lengths = [len(day) for day in (term.begun, term.ended) if day]
        if term.first > term.last:
            yield f"{term.rule}: ends before it begins"
        if term.precision not in {*(_LENGTHS.get(n) for n in lengths), "year"}:
            yield f"{term.rule}: precision {term.precision} does not fit {term.begun}..{term.ended}"


def _overlaps(knowledge: Knowledge, folders: tuple[Path, ...]) -> Iterator[str]:
    shared = [
        (row["country"], row["role"], *_between(row["from"], row["to"]))
        for row in load.rows("shared_posts", folders)
    ]
    for (owner, role), terms in knowledge.posts.items():
        if role not in _SINGLE or owner not in knowledge.countries:
            continue
        for one, other in combinations(terms, 2):
            start, end = max(one.first, other.first), min(one.last, other.last)
            declared = any(
                (owner, role) == (country, post) and first <= start and end <= last
                for country, post, first, last in shared
            )
            # Somebody may act for a holder who is suspended.
            if one.acting == other.acting and _certain_overlap(one, other) and not declared:
                both = f"{other.person} and {one.person}"
                yield f"{other.rule}: {owner} {role}: {both} overlap ({one.rule})"


def _between(begun: str, ended: str) -> tuple[date, date]:
    return (first_day(begun) if begun else date.min), (last_day(ended) if ended else LAST)


def _certain_overlap(one: Term, other: Term) -> bool:
    """Tell whether two terms share more than a day of handover, however their dates are read."""
    start = max(last_day(one.begun), last_day(other.begun))
    end = min(first_day(term.ended) if term.ended else LAST for term in (one, other))
    return start < end


def _shared_aliases(knowledge: Knowledge, folders: tuple[Path, ...]) -> Iterator[str]:
    declared = {fold(phrase) for phrase in load.cautions("shared", folders)}
    owners: dict[str, dict[tuple[bool, str], NameEntry]] = defaultdict(dict)
    for entry in knowledge.names:
        owners[fold(entry.alias)].setdefault((entry.kind in _NAME_KINDS, entry.id), entry)
    for alias, found in owners.items():
        if len(found) > 1 and alias not in declared:
            ids = ", ".join(sorted(owner for _, owner in found))
            rule = list(found.values())[-1].rule
            yield f"{rule}: {alias} has several owners, not declared in cautions.tsv: {ids}"


def _doubled(knowledge: Knowledge, folders: tuple[Path, ...]) -> Iterator[str]:
    """Yield people who are likely one: of one name, and in office in one state within a career."""
    declared = {key(phrase) for phrase in load.cautions("shared", folders)}
    namesakes: dict[str, list[Person]] = defaultdict(list)
    for person in knowledge.people.values():
        namesakes[key(person.name)].append(person)
    for name, people in namesakes.items():
        for one, other in combinations(people, 2):
            owner = _common_owner(knowledge.terms_of(one.id), knowledge.terms_of(other.id))
            if owner and name not in declared:
                both = f"{one.id} ({one.rule}) and {other.id}"
                told = "one person? else declare the name in cautions.tsv as shared"
                yield f"{other.rule}: {both} both are {other.name} of {owner}: {told}"


def _common_owner(terms: tuple[Term, ...], others: tuple[Term, ...]) -> str | None:
    """Return the state or body that two people served at once or less than a career apart."""
    for one, other in product(terms, others):
        parted = max(one.first, other.first) - min(one.last, other.last)
        for owner in (one.country, one.organization):
            if owner and owner in (other.country, other.organization) and parted < _CAREER:
                return owner
    return None


def _terms(knowledge: Knowledge) -> Iterator[Term]:
    for terms in knowledge.terms.values():
        yield from terms
