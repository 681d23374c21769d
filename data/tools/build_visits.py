"""Make people_visits.tsv and terms_visits.tsv: office holders seen before 2000.

Usage: python data/tools/build_visits.py us_visits.jsonl [us_travels.jsonl]

The files have the visits of foreign leaders to the United States, and the journeys of its
presidents and secretaries of state with remarks on whom they met, as the Office of the Historian of
the US Department of State lists them (CC0). A term made here says no more than the source: that
somebody held an office from the first to the last day seen in it, with no other holder seen or
known between. When it began and ended is not known: hence the precision "year". People and days
that other tables know are left out; so are those met abroad whom we know to be of another state.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.compiled import TABLES
from dragoman.knowledge.folding import key
from dragoman.knowledge.load import COLUMNS

ROLES = {
    **dict.fromkeys(("President", "King", "Queen", "Emperor", "Amir", "Emir", "Sultan"), "HOS"),
    **dict.fromkeys(("Shah", "Grand Duke", "Grand Duchess"), "HOS"),
    **dict.fromkeys(("Prime Minister", "Premier", "Chancellor"), "HOG"),
    **dict.fromkeys(("Foreign Minister", "Foreign Secretary"), "FM"),
}
CROWNED = ("King", "Queen", "Emperor", "Amir", "Emir", "Sultan", "Shah", "Grand Duke")
UNTIL = "2000-01-01"
ALIKE = 85
NEAR = 5 * 365  # days; beyond, the same family name may be another's
NAME = re.compile(r"[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*)*")
PARTICLES = "de|De|da|bin|al|la|La|von|Von|van|Van|der|den|del|di|Di|el"
# "... Prime Minister X of Norway" and "... X (Norway)" are no leaders of the state visited.
MET = re.compile(
    r"(?:(?<=[Ww]ith )|(?<= and )|(?<=, ))(President|Prime Minister|Foreign Minister|King|Emperor|"
    r"Shah|Chancellor|Foreign Secretary) "
    rf"((?>(?:(?:[A-Z][^\s,;.()]*|{PARTICLES})(?: |(?=[,;.()]|$)))+))(?! ?\()(?!of )"
)
TAIL = re.compile(r" (?:January|February|March|April|May|June|July|August|September|October|"
                  r"November|December)$")  # fmt: skip
NO_NAME = frozenset(
    "january february march april may june july august september october november december and of "
    "the earl lord sir council elect von van de general".split()
)
# Those who travelled.
HOSTS = frozenset(
    "bush clinton reagan ford nixon carter johnson kennedy eisenhower truman roosevelt wilson "
    "hoover coolidge taft".split()
)
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM"})
WRITTEN = {"Korea": "South Korea", "Korea, South": "South Korea", "Muscat & Oman": "Oman"}
SOURCE = "US Department of State, Office of the Historian (CC0)"


@dataclass
class Seen:
    """One holder of an office, seen on a day; `abroad` where met on a journey."""

    day: date
    name: str
    title: str
    abroad: bool


Posts = dict[tuple[str, str], list[Seen]]


def seen(paths: Iterable[Path], knowledge: Knowledge) -> Posts:
    """Return who was seen before 2000 by country and office, the earliest first."""
    found: Posts = defaultdict(list)
    for row in (json.loads(line) for path in paths for line in path.open(encoding="utf-8")):
        country = knowledge.country_named(_country(row["country"]))
        if row["start"] >= UNTIL or country is None:
            continue
        for title, written in _people(row):
            name = " ".join(re.sub(r"\(.*?\)", " ", written).replace("’", "'").split())
            abroad = row["kind"] == "travel"
            one = Seen(date.fromisoformat(row["start"]), name, title, abroad)
            if title in ROLES and plain(name) and not (abroad and key(name) in HOSTS):
                found[country.code, ROLES[title]].append(one)
    for held in found.values():
        held.sort(key=lambda one: one.day)
    return found


def _people(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    if row["kind"] == "visit":
        yield row["office"] or "", row["person"] or ""
        return
    for met in MET.finditer(row["remarks"] or ""):
        yield met[1], TAIL.sub("", met[2].strip())


def _country(written: str) -> str:
    plain_name = WRITTEN.get(written) or re.sub(r" \(.*\)", "", written)
    first, comma, rest = plain_name.partition(", ")
    return f"{rest} {first}" if comma and rest.endswith(" of") else plain_name


def strangers(posts: Posts, knowledge: Knowledge) -> None:
    """Take out those met abroad who held the office elsewhere and are not known to hold it here."""
    at_home: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (country, role), held in posts.items():
        for one in held:
            if not one.abroad:
                at_home[_last(one.name), role][country].append(one.day.year)
    for terms in knowledge.terms.values():
        for term in terms:
            person = knowledge.person(term.person)
            if person and term.country and term.first.year < 2000:
                years = range(max(term.first.year, 1900), min(term.last.year, 2000) + 1)
                at_home[_last(person.family or person.name), term.role][term.country] += years
    for (country, role), held in posts.items():
        held[:] = [one for one in held if not one.abroad or _at_home(one, country, role, at_home)]


def _at_home(one: Seen, country: str, role: str, at_home: dict) -> bool:
    places = at_home.get((_last(one.name), role), {})
    near = {c for c, years in places.items() if any(abs(y - one.day.year) <= 5 for y in years)}
    return not near or country in near


def _last(name: str) -> str:
    return key(name).split()[-1]


def runs(
    held: Iterable[Seen], country: str, role: str, knowledge: Knowledge
) -> Iterator[list[Seen]]:
    """Yield the days of one holder after another, as far as no other table knows a holder."""
    run: list[Seen] = []
    known = knowledge.posts.get((country, role), ())
    for one in held:
        begin = run[-1].day if run else one.day
        parted = any(term.first <= one.day and term.last >= begin for term in known)
        if run and (parted or not _again(run[-1], one)):
            yield run
            run = []
        if not any(term.covers(one.day) for term in known):
            run.append(one)
    if run:
        yield run


def _again(one: Seen, other: Seen) -> bool:
    full = " " in one.name and " " in other.name
    return same(one.name, other.name) and (full or (other.day - one.day).days <= 2 * NEAR)


def same(one: str, other: str) -> bool:
    """Tell whether two names may be spellings of one; a family name alone goes with a full one."""
    first, last = key(one).split(), key(other).split()
    if any(re.fullmatch("[ivx]+", words[-1]) for words in (first, last)):
        return first == last  # "George V", "George VI"
    if fuzz.ratio(key(one), key(other)) >= ALIKE:
        return True
    if len(first) == 1 or len(last) == 1:
        short, long = sorted((first, last), key=len)
        return any(fuzz.ratio(short[0], word) >= ALIKE for word in (long[0], long[-1]))
    return first[0][0] == last[0][0] and fuzz.ratio(first[-1], last[-1]) >= ALIKE


def plain(name: str) -> bool:
    """Tell whether a string is a name, and nothing besides."""
    words = name.lower().split()
    return bool(NAME.fullmatch(name)) and len(name) > 2 and not (
        NO_NAME.intersection((words[-1],)) or {"and", "of", "the"}.intersection(words)
    )  # fmt: skip


def best_name(run: list[Seen]) -> str:
    """Return the most frequent full name, else the most frequent of all."""
    names = Counter(one.name for one in run).most_common()
    return next((name for name, _ in names if " " in name), names[0][0])


def family(name: str, country: str) -> str:
    """Return what later mentions use alone, with the particles before it."""
    words = name.split()
    if country in FAMILY_FIRST and len(words) > 1:
        return words[0]
    if re.fullmatch(r"[IVX]+", words[-1]):
        return ""
    at = len(words) - 1
    while at > 0 and words[at - 1] in PARTICLES.split("|"):
        at -= 1
    return " ".join(words[at:])


def known_person(name: str, country: str, role: str, day: date, knowledge: Knowledge) -> str | None:
    """Return the one person of other tables whom a name means, in office there at that time."""
    full = {e.id for e in knowledge.named(name) if e.kind == "person"}
    if " " in name:
        return full.pop() if len(full) == 1 else None
    found = {
        person.id
        for person in knowledge.people_by_family(name)
        for term in knowledge.terms_of(person.id)
        if term.country == country
        and (country not in FAMILY_FIRST or term.role == role)
        and abs((max(term.first, min(day, term.last)) - day).days) <= NEAR
    }
    return found.pop() if len(found) == 1 else None


def identity(name: str, taken: set[str]) -> str:
    """Return an id that no other person has."""
    flat = unicodedata.normalize("NFD", name.lower())
    made = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in flat if not unicodedata.combining(c)))
    made = made.strip("-")
    number = 2
    while (numbered := made if number == 2 and made not in taken else f"{made}-{number}") in taken:
        number += 1
    return numbered


def write(name: str, note: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table, sorted."""
    head = f"# {note}\n# Made by data/tools/build_visits.py: do not edit.\n"
    lines = ["\t".join(COLUMNS[name]), *sorted("\t".join(row) for row in rows)]
    (TABLES / f"{name}.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


class Tables:
    """The rows of both tables, as the runs give them."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Start with none; the ids of other tables are taken."""
        self.knowledge = knowledge
        self.taken = set(knowledge.people)
        self.people: dict[str, tuple[str, ...]] = {}
        self.terms: list[tuple[str, ...]] = []
        self.made: dict[str, list[tuple[str, str, date]]] = defaultdict(list)

    def add(self, country: str, role: str, run: list[Seen]) -> None:
        """Add the term of a run, and the person if nobody knows him or her."""
        name, first, last = best_name(run), run[0].day, run[-1].day
        person = known_person(name, country, role, first, self.knowledge) or self._before(
            name, country, first
        )
        if person is None:
            person = identity(name, self.taken)
            self.taken.add(person)
            alone = "" if run[0].title.startswith(CROWNED) else family(name, country)
            self.people[person] = (person, name, alone, "", "", "", SOURCE, "CC0")
        self.made[country].append((name, person, last))
        days = (first.isoformat(), last.isoformat())
        post = (person, country, "", role, run[0].title)
        self.terms.append((*post, *days, "year", "0", "GOV", SOURCE, "CC0", days[1]))

    def _before(self, name: str, country: str, first: date) -> str | None:
        for other, person, last in self.made[country]:
            near = abs((first - last).days) <= NEAR
            if same(other, name) if near else key(other) == key(name) and " " in name:
                return person
        return None


def main() -> None:
    """Write both tables."""
    for name in ("people_visits", "terms_visits"):
        write(name, "empty while it is made", ())
    knowledge = Knowledge.load()
    posts = seen(map(Path, sys.argv[1:]), knowledge)
    strangers(posts, knowledge)
    tables = Tables(knowledge)
    found = [
        (country, role, run)
        for (country, role), held in posts.items()
        for run in runs(held, country, role, knowledge)
    ]
    # full names first: a family name alone goes with them
    for country, role, run in sorted(found, key=lambda each: " " not in best_name(each[2])):
        tables.add(country, role, run)
    write("people_visits", "Office holders seen before 2000.", tables.people.values())
    write("terms_visits", "Days on which they are known to have been in office.", tables.terms)
    print(len(tables.people), "people,", len(tables.terms), "terms")


if __name__ == "__main__":
    main()
