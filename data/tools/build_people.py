"""Compile people.tsv and terms.tsv from the office holders of the World Factbook.

Usage: build_people.py LEXICONS

Reads office_holders.tsv of the folder LEXICONS and office_corrections.tsv beside this file.
people_hand.tsv and terms_hand.tsv are read, never written: a person named there gets no second row,
and where a post is filled there for a time, the source's row for that time is left out.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from dragoman.knowledge.days import LAST, first_day, last_day
from dragoman.knowledge.folding import fold, key
from dragoman.lexicon import Row, read_table

HERE = Path(__file__).parent
TABLES = HERE.parents[1] / "src/dragoman/knowledge/tables"
LATEST = "2026-01-22"
# From about then the source no longer printed deputies and vice presidents: their end is unknown.
DEPUTIES_END = "2024-05-23"
PERSON = ("id", "name", "family", "aliases", "gender", "wikidata", "source", "licence")
TERM = (
    *("person", "country", "organization", "role", "title", "from", "to", "precision"),
    *("acting", "sector", "source", "licence", "checked"),
)
ROLES = {
    "HOS": "HOS", "HOG": "HOG", "VICE_HOS": "VICE_HOS", "DEPUTY_HOG": "DEPUTY_HOG",
    "HOS_REP": "OTHER", "HEIR": "OTHER", "AMBASSADOR": "AMB", "CHARGE": "AMB",
}  # fmt: skip
TITLES = {"HOS": "Head of State", "HOG": "Prime Minister", "HOS_REP": "Governor-General"}
# A head of state who is printed as head of government too, beside a prime minister.
RULER = re.compile(r"President|King|Emir|Amir|Sultan|Chair|Regent", re.IGNORECASE)
# Printed as heads of the government of a territory without being it.
ASSISTANT = re.compile(r"Lieutenant|Assistant|Bailiff|Administrator|Commissioner")
# The title of a monarch as it stands before the name.
STYLES = {
    "King": "King", "Queen": "Queen", "Emperor": "Emperor", "Prince": "Prince", "Sultan": "Sultan",
    "Grand Duke": "Grand Duke", "Amir": "Emir", "Pope": "Pope",
}  # fmt: skip
# Several heads of state at once.
COLLECTIVE = ("AND", "BIH", "SMR")
PARTICLES = {"al", "bin", "ibn", "abd", "abu", "el", "ould", "van", "de", "von", "da", "dos"}


@dataclass(frozen=True)
class Office:
    """One row of the source, cleaned: who held what for how long."""

    person: str
    country: str
    office: str
    title: str
    begun: str
    ended: str
    acting: str
    checked: str
    posted_to: str = ""
    first_seen: bool = False
    family: str = ""
    spellings: tuple[str, ...] = field(default=())

    @property
    def role(self) -> str:
        """The role as our tables name it."""
        return ROLES[self.office]

    @property
    def first(self) -> date:
        """The first day the office can have been held."""
        return first_day(self.begun)

    @property
    def last(self) -> date:
        """The last day the office can have been held."""
        return last_day(self.ended) if self.ended else LAST


def offices(folder: Path) -> Iterator[Office]:
    lines = (folder / "office_holders.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False))
        territory = row["dependency"] == "1"
        governs = row["office"] == "HOG" and not ASSISTANT.search(row["title"])
        if row["office"] in ROLES and (not territory or governs):
            yield clean(row)


def clean(row: dict[str, str]) -> Office:
    row["person"] = re.sub(r"\b([A-Z]\.)(?=[A-Z][a-z])", r"\1 ", row["person"])
    spellings = [row["person"], *row["variants"].split("|")]
    plain = [name.split(" - ")[0].strip() for name in spellings if name and "(" not in name]
    deputies = row["office"] in ("VICE_HOS", "DEPUTY_HOG", "HEIR", "HOS_REP")
    unknown_end = deputies and row["to"] >= DEPUTIES_END
    return Office(
        person=row["person"],
        country=row["country"].replace("XKX", "KOS"),
        office=row["office"],
        title=title(row),
        begun=row["from"],
        ended="" if unknown_end else row["to"],
        acting="1" if row["acting"] == "1" or row["office"] == "CHARGE" else "0",
        checked=row["last_seen"] if unknown_end else LATEST,
        posted_to=row["posted_to"],
        first_seen=row["from_kind"] == "first seen",
        family=family(row),
        spellings=tuple(dict.fromkeys(plain)),
    )


def title(row: dict[str, str]) -> str:
    printed = row["title"].strip(" ,") or TITLES.get(row["office"], "")
    if row["office"] == "CHARGE":
        return "Chargé d'Affaires"
    return printed[:1].upper() + printed[1:]


def family(row: dict[str, str]) -> str:
    name = re.sub(r"\s+(Jr|Sr|II|III|IV|VI|X|XIV|XVI)\.?$", "", row["family_name"])
    if " " not in row["person"] or re.search(r"\b(II|III|IV|V|VI|VIII|X|XIV|XVI)$", row["person"]):
        return ""
    return name


def corrected(rows: Iterable[Office]) -> Iterator[Office]:
    columns = ("country", "office", "person", "action", "reason")
    table = {
        (row["country"].replace("XKX", "KOS"), row["office"], row["person"]): row["action"]
        for row in read_table(HERE / "office_corrections.tsv", columns)
    }
    for row in rows:
        action, _, day = table.get((row.country, row.office, row.person), "").partition(" ")
        if action == "end":
            yield replace(row, ended=day)
        elif action == "from":
            yield replace(row, begun=day, first_seen=False)
        elif action != "drop":
            yield row


def single_heads(rows: list[Office]) -> list[Office]:
    """Return the rows without heads of state printed as head of government beside a premier."""
    rulers = {(row.country, row.person) for row in rows if row.office == "HOS"}
    premiers = [row for row in rows if row.office == "HOG" and not RULER.search(row.title)]
    return [
        row
        for row in rows
        if not (
            row.office == "HOG"
            and (row.country, row.person) in rulers
            and any(p.country == row.country and overlap(p, row) > 300 for p in premiers)
        )
    ]


def overlap(one: Office, other: Office) -> int:
    return (min(one.last, other.last) - max(one.first, other.first)).days


def successions(rows: list[Office]) -> list[Office]:
    """Return the rows with each head's end set to the day the next one begins.

    Two rows of a post that begin on one day are one person in two spellings.
    """
    posts: dict[tuple[str, str], list[Office]] = defaultdict(list)
    rest = []
    for row in rows:
        if row.office == "HOG" or (row.office == "HOS" and row.country not in COLLECTIVE):
            posts[row.country, row.office].append(row)
        else:
            rest.append(row)
    return rest + [row for post in posts.values() for row in succeeded(post)]


def succeeded(post: list[Office]) -> Iterator[Office]:
    ordered: list[Office] = []
    for row in sorted(post, key=lambda row: (row.first, row.last)):
        if ordered and ordered[-1].begun == row.begun and len(row.begun) == 10:
            ordered.append(replace(row, spellings=row.spellings + ordered.pop().spellings))
        else:
            ordered.append(row)
    for row, following in zip(ordered, [*ordered[1:], None], strict=True):
        if following and following.first <= row.last:
            yield replace(row, ended=following.begun)
        else:
            yield row


class Hand:
    """The tables made by hand: whom they name, and which posts they fill when."""

    def __init__(self) -> None:
        """Read both tables."""
        self.names: dict[str, str] = {}
        self.ids: set[str] = set()
        for row in read_table(TABLES / "people_hand.tsv", PERSON):
            self.ids.add(row["id"])
            for name in (row["name"], *row.many("aliases")):
                self.names.setdefault(key(name), row["id"])
        self.posts: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in read_table(TABLES / "terms_hand.tsv", TERM):
            if not row["organization"]:
                self.posts[row["country"], row["role"]].append(row)

    def person(self, office: Office) -> str | None:
        """Return the id of the person if the hand tables have them."""
        for row in self.posts[office.country, office.role]:
            close = abs((first_day(row["from"]) - office.first).days) <= 31
            if office.office in ("HOS", "HOG") and close and row["acting"] == office.acting:
                return row["person"]
        for name in office.spellings:
            if " " in name and key(name) in self.names:
                return self.names[key(name)]
        return None

    def remainder(self, office: Office, person: str) -> Office | None:
        """Return what of the office the hand tables leave over."""
        for row in self.posts[office.country, office.role]:
            start = first_day(row["from"])
            end = last_day(row["to"]) if row["to"] else LAST
            if end < office.first or start > office.last:
                continue
            if row["person"] == person:
                return None
            if office.role not in ("HOS", "HOG"):
                continue
            if start <= office.first + timedelta(days=45):
                if not row["to"] or (office.last - end).days < 45:
                    return None
                office = replace(office, begun=row["to"])
            else:
                office = replace(office, ended=row["from"])
        return office


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name).lower().replace("'", "")).strip("-")


def short(name: str, last: str) -> str:
    """Return the first name and the family name of a longer name, where that is a usual form."""
    parts = name.split()
    given = name.split(last, maxsplit=1)[0].split() if last and last in name else []
    usual = len(given) > 1 and not PARTICLES & {part.lower() for part in parts}
    return f"{given[0]} {last}" if usual and len(given[0]) > 2 else ""


def styled(office: Office) -> Iterator[str]:
    """Yield the names a monarch goes by: "King Philippe", "King Harald V", "King Harald"."""
    if office.role == "HOS" and (style := STYLES.get(office.title)):
        yield f"{style} {office.person}"
        bare = re.sub(r" [IVX]+$", "", office.person)
        if bare != office.person:
            yield f"{style} {bare}"


class People:
    """Collects persons: one for each name of a country, and one for a monarch of many."""

    def __init__(self, hand: Hand) -> None:
        """Begin with the people of the hand tables."""
        self.hand = hand
        self.by_key: dict[tuple[str, str], str] = {}
        self.found: dict[str, tuple[str, str, dict[str, None]]] = {}

    def id(self, office: Office) -> str:
        """Return the id of who holds the office, a new one for somebody new."""
        known = self.hand.person(office)
        if known:
            return known
        brief = short(office.person, office.family)
        brief = "" if key(brief) in self.hand.names else brief
        keys = [(office.country, key(name)) for name in (*office.spellings, brief) if name]
        known = next((self.by_key[one] for one in keys if one in self.by_key), None)
        person = known or self.new_id(office)
        for one in keys:
            self.by_key.setdefault(one, person)
        _, _, aliases = self.found.setdefault(person, (office.person, office.family, {}))
        for name in (*office.spellings, brief, *styled(office)):
            if " " in name and fold(name) != fold(self.found[person][0]):
                aliases[name] = None
        return person

    def new_id(self, office: Office) -> str:
        """Return an id that nobody has."""
        wanted = slug(office.person)
        if wanted in self.found or wanted in self.hand.ids:
            wanted = f"{wanted}-{office.country.lower()}"
        while wanted in self.found or wanted in self.hand.ids:
            wanted += "-2"
        return wanted

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows of people.tsv."""
        return [
            (person, name, last, "|".join(aliases), "", "", "World Factbook", "public domain")
            for person, (name, last, aliases) in sorted(self.found.items())
        ]


def term(office: Office, person: str, countries: dict[str, str]) -> tuple[str, ...]:
    written = [office.begun, *([office.ended] if office.ended else [])]
    precision = {10: "day", 7: "month", 4: "year"}[min(map(len, written))]
    name = office.title
    if office.role == "AMB":
        name = (
            f"{name} to the United States"
            if office.posted_to == "USA"
            else (f"{name} to {countries.get(office.posted_to, office.posted_to)}")
        )
    return (
        *(person, office.country, "", office.role, name, office.begun, office.ended),
        *("year" if office.first_seen else precision, office.acting, "GOV"),
        *("World Factbook", "public domain", office.checked),
        "held it already when first seen" if office.first_seen else "",
    )


def deputies_once(rows: list[Office]) -> list[Office]:
    """Return the rows without deputies of the government who are printed as vice presidents too."""
    vice = {(row.country, row.person) for row in rows if row.office == "VICE_HOS"}
    return [
        row for row in rows if row.office != "DEPUTY_HOG" or (row.country, row.person) not in vice
    ]


def write(name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], about: str) -> None:
    lines = [f"# {about}", "# Made by data/tools/build_people.py: do not edit.", "\t".join(columns)]
    lines += ["\t".join(row).rstrip("\t") for row in rows]
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 3} rows")


def main() -> None:
    folder = Path(sys.argv[1])
    columns = ("iso3", "iso2", "name", "official", "wikidata", "state", "parent", "source")
    table = read_table(TABLES / "countries.tsv", (*columns, "licence"))
    countries = {row["iso3"]: row["name"] for row in table}
    hand = Hand()
    people = People(hand)
    rows = successions(single_heads(deputies_once(list(corrected(offices(folder))))))
    terms = set()
    for office in sorted(rows, key=lambda row: (row.country, row.role, row.begun, row.person)):
        person = people.id(office)
        left = hand.remainder(office, person)
        if left and left.first <= left.last:
            terms.add(term(left, person, countries))
    kept = {row[0] for row in terms}
    about = "Office holders of the World Factbook who are not entered by hand."
    write("people.tsv", PERSON, [row for row in people.rows() if row[0] in kept], about)
    about = (
        "Terms of office of the World Factbook, 2021-02 to 2026-01; columns as in terms_hand.tsv."
    )
    write("terms.tsv", (*TERM, "comment"), sorted(terms), about)


if __name__ == "__main__":
    main()
