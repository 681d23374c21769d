"""Make people_visits.tsv and terms_visits.tsv: heads of state and government seen before 2000.

Usage: python data/tools/build_visits.py us_visits.jsonl

The file has the visits of foreign leaders to the United States as the Office of the Historian of
the US Department of State lists them (CC0). A term made here says no more than the source: that
somebody held an office from the first to the last visit in it, with no visit of another holder
between. People and days that other tables know are left out; so are names of one word and whatever
is no plain name.
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
from dragoman.knowledge.folding import key
from dragoman.knowledge.load import COLUMNS, TABLES

ROLES = {
    **dict.fromkeys(("President", "King", "Queen", "Emperor", "Amir", "Emir", "Sultan"), "HOS"),
    **dict.fromkeys(("Shah", "Grand Duke", "Grand Duchess"), "HOS"),
    **dict.fromkeys(("Prime Minister", "Premier", "Chancellor"), "HOG"),
}
ELECTED = ("President", "Prime Minister", "Premier", "Chancellor")
UNTIL = "2000-01-01"
ALIKE = 85
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)+")
NO_NAME = frozenset(
    "january february march april may june july august september october november december and of "
    "the earl lord sir".split()
)
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM"})
SOURCE = "US Department of State, Office of the Historian, visits"


@dataclass
class Visit:
    """A visit of one holder of an office."""

    day: date
    name: str
    title: str


def visits(path: Path, knowledge: Knowledge) -> dict[tuple[str, str], list[Visit]]:
    """Return the visits before 2000 by country and office, the earliest first."""
    found: dict[tuple[str, str], list[Visit]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        country = knowledge.country_named(_country(row["country"]))
        role = ROLES.get(row["office"] or "")
        if row["start"] < UNTIL and country and role:
            name = " ".join(re.sub(r"\(.*?\)", " ", row["person"]).replace("’", "'").split())
            day = date.fromisoformat(row["start"])
            found[country.code, role].append(Visit(day, name, row["office"]))
    return {post: sorted(held, key=lambda visit: visit.day) for post, held in found.items()}


def _country(written: str) -> str:
    plain = re.sub(r" \(.*\)", "", written)
    first, comma, rest = plain.partition(", ")
    return f"{rest} {first}" if comma and rest.endswith(" of") else plain


def runs(held: Iterable[Visit]) -> Iterator[list[Visit]]:
    """Yield the visits of one holder after another."""
    run: list[Visit] = []
    for visit in held:
        if run and not _same(run[-1].name, visit.name):
            yield run
            run = []
        run.append(visit)
    if run:
        yield run


def _same(one: str, other: str) -> bool:
    if fuzz.ratio(key(one), key(other)) >= ALIKE:
        return True
    first, last = key(one).split(), key(other).split()
    return first[0][0] == last[0][0] and fuzz.ratio(first[-1], last[-1]) >= ALIKE


def plain(name: str) -> bool:
    """Tell whether a string is a name of two words at least, and nothing besides."""
    return bool(NAME.fullmatch(name)) and not NO_NAME.intersection(name.lower().split())


def identity(name: str, taken: set[str]) -> str:
    """Return an id that no other person has."""
    flat = unicodedata.normalize("NFD", name.lower())
    made = re.sub(r"[^a-z0-9]+", "-", "".join(c for c in flat if not unicodedata.combining(c)))
    made = made.strip("-")
    return made if made not in taken else f"{made}-2"


def write(name: str, note: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table, sorted."""
    head = f"# {note}\n# Made by data/tools/build_visits.py: do not edit.\n"
    lines = ["\t".join(COLUMNS[name]), *sorted("\t".join(row) for row in rows)]
    (TABLES / f"{name}.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write both tables."""
    for name in ("people_visits", "terms_visits"):
        write(name, "empty while it is made", ())
    knowledge = Knowledge.load()
    taken = set(knowledge.people)
    people: dict[str, tuple[str, ...]] = {}
    terms = []
    by_country: dict[str, dict[str, str]] = defaultdict(dict)
    for (country, role), held in visits(Path(sys.argv[1]), knowledge).items():
        made = by_country[country]
        for run in runs(held):
            names = [name for name, _ in Counter(v.name for v in run).most_common() if plain(name)]
            # a run that reaches into what other tables know says nothing new
            if not names or any(knowledge.holders(country, role, visit.day) for visit in run):
                continue
            name = names[0]
            known = {e.id for n in names for e in knowledge.named(n) if e.kind == "person"}
            before = next((id_ for other, id_ in made.items() if _same(other, name)), None)
            person = known.pop() if len(known) == 1 else before or identity(name, taken)
            if person not in knowledge.people:
                made[name] = person
                taken.add(person)
                family = name.split()[0 if country in FAMILY_FIRST else -1]
                crowned = run[0].title not in ELECTED
                row = (person, name, "" if crowned else family, "", "", "", SOURCE, "CC0")
                people.setdefault(person, row)
            first, last = run[0].day, run[-1].day
            days = (first.isoformat(), last.isoformat())
            post = (person, country, "", role, run[0].title)
            terms.append((*post, *days, "day", "0", "GOV", SOURCE, "CC0", days[1]))
    write("people_visits", "Heads of state and government of visits before 2000.", people.values())
    write("terms_visits", "Days on which they are known to have been in office.", terms)
    print(len(people), "people,", len(terms), "terms")


if __name__ == "__main__":
    main()
