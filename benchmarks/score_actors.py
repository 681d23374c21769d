"""Print how actors come out against visits and journeys of the US Office of the Historian.

Usage: python benchmarks/score_actors.py DATA [--check | --update [--allow-lower]] [--missed]

DATA is the folder of development data, of which `diplomacy/us_visits.jsonl` and `us_travels.jsonl`
are read.
Each visit gives a visitor with title, a country and a day; each journey those met. Asked are:

  country   "President X of Y" on the day: the country of the actor
  alone     "President X", no country said: the country of the actor
  post      "President X of Y": the tables know the person, in that office on the day
  holder    "the President of Y" on the day: the person who came

`--check` fails when a figure is below its floor in `floors_actors.json`; `--update` raises the
floors. `--missed` prints what came out wrong since 2000.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from dragoman.errors import DragomanError
from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.folding import key
from dragoman.record import Actor
from dragoman.scoring.floors import digest, faults, raised, read_floors, write_floors
from dragoman.stages.who import who

FLOORS = Path(__file__).with_name("floors_actors.json")
QUESTIONS = ("country", "alone", "post", "holder")
# What the tables call the offices behind the titles of the sources.
OFFICES = {
    **dict.fromkeys(
        ("President", "King", "Queen", "Emperor", "Amir", "Emir", "Sultan", "Shah", "Grand Duke"),
        frozenset({"HOS"}),
    ),
    **dict.fromkeys(("Prime Minister", "Premier", "Chancellor"), frozenset({"HOG"})),
    **dict.fromkeys(("Foreign Minister", "Foreign Secretary"), frozenset({"FM"})),
}
ALIKE = 75  # per cent of the letters of two spellings
# The sources' own ways to write a country, where it is not a name that reports use.
WRITTEN = {
    "Korea": "South Korea",
    "Korea, South": "South Korea",
    "Bosnian Federation": "Bosnia and Herzegovina",
    "Muscat & Oman": "Oman",
    "Siam (Thailand)": "Thailand",
    "Palestinian Authority": "Palestine",
}
HOSTS = re.compile(r"Bush|Clinton|Obama|Trump|Reagan|Ford|Nixon|Carter|Kerry|Johnson|Kennedy")
MET = re.compile(
    r"(?<=with |.and |..., )(President|Prime Minister|Foreign Minister|King|Chancellor|"
    r"Foreign Secretary) ((?:(?:[A-Z][^\s,;.()]*|de|da|bin|al|la|von|van|del)(?: |(?=[,;.()]|$)))+)"
)


@dataclass(frozen=True)
class Asked:
    """One visitor, or one official met abroad."""

    source: str
    day: date
    title: str
    name: str
    country: str

    @property
    def era(self) -> str:
        """Since 2000 the tables mean to be complete; before, they are not."""
        return (
            "2000-2019" if self.day.year >= 2000 else "1990s" if self.day.year >= 1990 else "before"
        )


def country_words(written: str) -> str:
    """Return a country as a report would write it: "Congo, Republic of" is turned round."""
    plain = WRITTEN.get(written) or re.sub(r" \(.*\)", "", written)
    first, comma, rest = plain.partition(", ")
    return f"{rest} {first}" if comma and rest.endswith(" of") else plain


def asked(data: Path) -> Iterator[Asked]:
    """Yield the visitors, then the officials met on journeys whose remarks name them so."""
    for row in rows(data / "diplomacy" / "us_visits.jsonl"):
        if row["office"]:
            day = date.fromisoformat(row["start"])
            words = country_words(row["country"])
            yield Asked("visits", day, row["office"], row["person"], words)
    for row in rows(data / "diplomacy" / "us_travels.jsonl"):
        for met in MET.finditer(row["remarks"] or ""):
            if not HOSTS.match(met[2]):
                day = date.fromisoformat(row["start"])
                yield Asked("journeys", day, met[1], met[2].strip(), country_words(row["country"]))


def rows(path: Path) -> Iterator[dict]:
    """Yield the rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def answers(one: Asked, knowledge: Knowledge) -> dict[str, bool]:
    """Return which questions came out right; only those that can be asked."""
    named = knowledge.country_named(one.country)
    if named is None:
        return {"country": False}
    whole = who(f"{one.title} {one.name} of {one.country}", one.day)
    alone = who(f"{one.title} {one.name}", one.day)
    right = {
        "country": whole is not None and whole.country == named.code,
        "alone": alone is not None and alone.country == named.code,
    }
    roles = OFFICES.get(one.title)
    if roles:
        holder = who(f"the {one.title} of {one.country}", one.day)
        right["post"] = in_office(whole, roles, one.day, knowledge)
        right["holder"] = holder is not None and holder.id is not None and same(holder, one.name)
    return right


def in_office(actor: Actor | None, roles: frozenset[str], day: date, knowledge: Knowledge) -> bool:
    """Tell whether an actor is a person of the tables in such an office on the day."""
    if actor is None or actor.id is None:
        return False
    return any(term.role in roles for term in knowledge.offices_at(actor.id, day))


def same(actor: Actor, name: str) -> bool:
    """Tell whether two spellings of a name share a word, or nearly so."""
    written = [word for word in key(name).split() if len(word) > 2]
    known = key(actor.name or "").split()
    return any(fuzz.ratio(one, other) >= ALIKE for one in written for other in known)


def measure(data: Path, missed: list[str]) -> dict[tuple[str, str], dict[str, list[bool]]]:
    """Return the outcomes by source and era, then by question."""
    knowledge = Knowledge.load()
    found: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one in asked(data):
        right = answers(one, knowledge)
        for question, outcome in right.items():
            found[one.source, one.era][question].append(outcome)
        wrong = [question for question, outcome in right.items() if not outcome]
        if wrong and one.era == "2000-2019":
            missed.append(f"{one.day} {one.title} {one.name}, {one.country}: {', '.join(wrong)}")
    return found


def main() -> int:
    """Print the table; keep or check the floors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of development data")
    parser.add_argument("--check", action="store_true", help="fail below a floor")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --update lower them too")
    parser.add_argument("--missed", action="store_true", help="print what came out wrong")
    given = parser.parse_args()
    missed: list[str] = []
    found = measure(given.data, missed)
    print("actors".ljust(22) + "".join(question.rjust(16) for question in QUESTIONS))
    figures = {}
    for (source, era), outcomes in sorted(found.items(), key=lambda item: item[0], reverse=True):
        cells = []
        for question in QUESTIONS:
            right = outcomes[question]
            share = sum(right) / len(right) if right else 0.0
            cells.append(f"{share:.1%} of {len(right)}".rjust(16))
            figures[f"{source} {era} {question}"] = share
        print(f"{source} {era}".ljust(22) + "".join(cells))
    if given.missed:
        print("\n".join(missed))
    gold = digest(given.data / "diplomacy" / f"us_{name}.jsonl" for name in ("visits", "travels"))
    floors = read_floors(FLOORS)
    if given.update:
        lower = given.allow_lower
        kept = raised(floors.get("actors"), gold, figures, allow_lower=lower)
        write_floors(FLOORS, {"actors": kept})
    wrong = faults("actors", floors.get("actors"), gold, figures) if given.check else []
    for fault in wrong:
        print(fault, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (DragomanError, FileNotFoundError) as error:
        sys.exit(f"score_actors: {error}")
