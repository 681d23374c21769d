"""Compile countries.tsv and country_names.tsv from the raw lexicons.

Usage: build_countries.py LEXICONS

Reads territories.tsv, country_names.tsv, demonyms.tsv and capitals.tsv of the folder LEXICONS and
country_settings.tsv beside this file. Rows made by hand stand in country_names_hand.tsv, which is
read (a name with two owners is dropped unless cautions.tsv declares it) and never written.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from dragoman.knowledge.folding import fold
from dragoman.lexicon import read_table

HERE = Path(__file__).parent
TABLES = HERE.parents[1] / "src/dragoman/knowledge/tables"
FACTBOOK = "World Factbook"
RIGOUR = "opensanctions/rigour"
LICENCES = {FACTBOOK: "public domain", RIGOUR: "MIT"}

Name = tuple[str, str, str, str]  # iso3, alias, kind, source

# Abbreviations that are also other words, marks or longer names written wrongly.
NO_ABBREVIATIONS = {"CAR", "FSM", "RMI", "TCA", "SRV", "RSA", "SAR", "BIOT", "HIMI", "TAAF", "CNMI"}
# Capitals that are first of all an English word or a given name, and a part of one.
NO_CAPITALS = {"Male", "Malé", "Victoria", "D.C."}


def raw(folder: Path, name: str) -> list[dict[str, str]]:
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    rows = [line.split("\t") for line in lines[1:] if line.strip()]
    return [dict(zip(header, row + [""] * (len(header) - len(row)), strict=False)) for row in rows]


def settings() -> dict[str, dict[str, str]]:
    columns = ("iso3", "adopt", "state", "parent", "name")
    return {row["iso3"]: row.values for row in read_table(HERE / "country_settings.tsv", columns)}


def countries(folder: Path) -> list[tuple[str, ...]]:
    special = settings()
    renamed = {value["adopt"]: code for code, value in special.items() if value["adopt"]}
    official = officials(folder)
    rows = []
    for row in raw(folder, "territories.tsv"):
        source_code = row["iso3"]
        code = renamed.get(source_code, source_code)
        historical = row["is_historical"] == "1"
        known = code in special or row["is_country"] == "1"
        if len(row["code"]) != 2 or not code or historical or not known:
            continue
        setting = special.get(code, {})
        name = setting.get("name") or row["name"]
        state = setting.get("state") or row["is_country"]
        formal = official.get(source_code, "")
        parent = setting.get("parent", "")
        rows.append(
            (code, row["code"], name, formal, row["wikidata"], state, parent, RIGOUR, "MIT")
        )
    return sorted(rows)


def officials(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in raw(folder, "country_names.tsv"):
        if row["kind"] == "official" and plain(row["name"]) and row["source"] == FACTBOOK:
            found.setdefault(row["country"], row["name"])
    return found


def plain(name: str) -> bool:
    """Tell whether a printed name is one name, not a list, a remark or a fragment."""
    return not re.search(r"[()\[\],/;&]|former name|disputed", name) and len(name) > 3


def printed_names(folder: Path) -> Iterable[Name]:
    for row in raw(folder, "country_names.tsv"):
        name, kind = row["name"], row["kind"]
        if kind in ("name", "official") and plain(name) and not name.isupper():
            yield row["country"], name.removeprefix("The "), kind, row["source"]
        letters = len(name) > 2 and name.isalpha() and name.isupper()
        if kind == "abbreviation" and letters and name not in NO_ABBREVIATIONS:
            yield row["country"], name, kind, row["source"]


def saints(names: Iterable[Name]) -> Iterable[Name]:
    for code, alias, kind, source in names:
        yield code, alias, kind, source
        if alias.startswith("Saint "):
            yield code, "St. " + alias[6:], kind, source
            yield code, "St " + alias[6:], kind, source


def people(folder: Path) -> Iterable[Name]:
    columns = (
        ("adjective", "adjective"),
        ("noun_singular", "demonym"),
        ("noun_plural", "demonym_plural"),
    )
    for row in raw(folder, "demonyms.tsv"):
        for column, kind in columns:
            for alias in row[column].split("|"):
                if alias not in ("none", "NA") and (len(alias) > 3 or alias == "Lao"):
                    yield row["country"], alias, kind, FACTBOOK


def capitals(folder: Path, states: set[str]) -> Iterable[Name]:
    for row in raw(folder, "capitals.tsv"):
        for capital in row["capital"].split(","):
            alias = capital.strip().removesuffix(" in Romanian")
            if row["country"] in states and len(alias) > 3 and alias not in NO_CAPITALS:
                yield row["country"], alias, "capital", FACTBOOK


def decided(
    names: list[Name], states: set[str], shared: set[str], own: dict[str, str]
) -> set[Name]:
    """Return the names that stay: a state before a territory, a name before a demonym."""
    owners: dict[str, set[str]] = defaultdict(set)
    for code, alias, _, _ in names:
        owners[fold(alias)].add(code)
    kept = set()
    for entry in names:
        code, alias, kind, _ = entry
        rivals = owners[fold(alias)] - {code}
        if kind.startswith("demonym") and fold(alias) in own:
            continue
        stronger = code in states and not rivals & states
        if fold(alias) in shared or not rivals or stronger:
            kept.add(entry)
    return kept


def hand_names() -> list[Name]:
    columns = ("iso3", "alias", "kind", "sector", "source", "licence")
    path = TABLES / "country_names_hand.tsv"
    rows = read_table(path, columns) if path.exists() else []
    return [(row["iso3"], row["alias"], row["kind"], row["source"]) for row in rows]


def shared_names() -> set[str]:
    columns = ("phrase", "kind", "reason", "source", "licence")
    path = TABLES / "cautions.tsv"
    rows = read_table(path, columns) if path.exists() else []
    return {fold(row["phrase"]) for row in rows if row["kind"] == "shared"}


def names(folder: Path, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    codes = {row[0] for row in rows}
    states = {row[0] for row in rows if row[5] == "1"}
    own = {fold(row[2]): row[0] for row in rows}
    short = [(row[0], row[2], "name", RIGOUR) for row in rows]
    generated = [*short, *printed_names(folder), *people(folder), *capitals(folder, states)]
    coded = [(code.replace("XKX", "KOS"), *rest) for code, *rest in saints(generated)]
    valid = [entry for entry in coded if entry[0] in codes]
    by_hand = hand_names()
    kept = decided(valid + by_hand, states, shared_names(), own) - set(by_hand)
    done = {(code, fold(alias), kind) for code, alias, kind, _ in by_hand}
    table = {}
    for code, alias, kind, source in sorted(kept):
        if (code, fold(alias), kind) not in done:
            table.setdefault((code, alias, kind), RIGOUR if source == "rigour" else source)
    return [
        (code, alias, kind, "", source, LICENCES[source])
        for (code, alias, kind), source in sorted(table.items())
    ]


def write(name: str, columns: str, rows: Iterable[tuple[str, ...]], about: str) -> None:
    lines = [f"# {about}", "# Made by data/tools/build_countries.py: do not edit.", columns]
    lines += ["\t".join(row) for row in rows]
    (TABLES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 3} rows")


def main() -> None:
    folder = Path(sys.argv[1])
    rows = countries(folder)
    columns = "iso3\tiso2\tname\tofficial\twikidata\tstate\tparent\tsource\tlicence"
    write("countries.tsv", columns, rows, "States and territories.")
    columns = "iso3\talias\tkind\tsector\tsource\tlicence"
    table = names(folder, rows)
    write(
        "country_names.tsv", columns, table, "Words that name a country, its people, its capital."
    )


if __name__ == "__main__":
    main()
