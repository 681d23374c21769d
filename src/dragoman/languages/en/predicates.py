"""The predicates of English: which words name which act, and who stands where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.en.inflection import forms
from dragoman.lexicon import Row, read_table

__all__ = [
    "Frame",
    "LightVerb",
    "Modality",
    "Part",
    "Predicate",
    "Predicates",
    "act_nouns",
    "answer_nouns",
    "load_predicates",
    "speech_verbs",
]

_FOLDER = Path(__file__).parent
_COLUMNS = ("phrase", "pos", "type", "mode", "frame", "notes")
_NOTES = frozenset(
    {"needs-content", "needs-place", "needs-recipient", "needs-two", "plain", "weak"}
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What each grammar position of a predicate fills."""

    name: str
    kind: str
    positions: dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One condition of a predicate besides its head: `+for`, `=talks`, `=@talks`, `~to`."""

    sign: str
    forms: frozenset[str]
    # of a noun: obj, or the preposition it stands under (`+to=agreement`); of a clause with named
    # verbs (`~to=comment`): its kind
    position: str = "obj"


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row of the predicate table.

    `type` is a PLOVER type, or STRESS (type decided by the content: "stressed the need for"),
    or NONE (a reading that is no act: "strike a deal" shields "strike").
    """

    phrase: str
    lemma: str
    pos: str
    parts: tuple[Part, ...]
    type: str
    mode: str | None
    frame: Frame
    notes: frozenset[str]
    rule: str


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that says of a noun that the act was done, and what its own subject is to the act.

    A lemma may have further words: "call off", "put on hold".
    """

    lemma: str
    slot: str
    subject: str
    effect: str


@dataclass(frozen=True, slots=True)
class Modality:
    """What a word does to the act under it; a lemma may have further words: "hold off"."""

    lemma: str
    pos: str
    under: str
    effect: str


@dataclass(frozen=True, slots=True)
class Predicates:
    """The tables, indexed by inflected form (lower case) and part of speech."""

    by_form: dict[tuple[str, str], tuple[Predicate, ...]]
    light: dict[tuple[str, str], LightVerb]
    modal: dict[tuple[str, str], tuple[Modality, ...]]
    words: frozenset[str]  # every form that can anchor an event: what triage looks for


@cache
def load_predicates() -> Predicates:
    """Return the predicate tables, read once; raises BadTable naming file and line."""
    frames = _frames()
    classes = {
        row["class"]: row.many("nouns")
        for row in read_table(_FOLDER / "noun_classes.tsv", ("class", "nouns"))
    }
    rows = [
        _predicate(row, frames, classes) for row in read_table(_FOLDER / "predicates.tsv", _COLUMNS)
    ]
    by_form: dict[tuple[str, str], list[Predicate]] = {}
    for predicate in rows:
        for form in forms(predicate.lemma, predicate.pos):
            by_form.setdefault((form, predicate.pos), []).append(predicate)
    # The most specific row is tried first; among equals the earlier line.
    ordered = {key: tuple(sorted(found, key=_generality)) for key, found in by_form.items()}
    return Predicates(ordered, _light(), _modality(), frozenset(form for form, _ in ordered))


_SPEECH = frozenset("AGREE REQUEST ACCUSE REJECT THREATEN SUPPORT CONCEDE".split())


@cache
def act_nouns() -> dict[str, tuple[str, ...]]:
    """Return the nouns by which an act is spoken of again, with the types each can mean."""
    rows = read_table(_FOLDER / "act_nouns.tsv", ("noun", "types"))
    return {row["noun"]: row.many("types") for row in rows}


@cache
def answer_nouns() -> dict[str, tuple[str, ...]]:
    """Return the nouns, and their plurals, that name what is answered, with the types of act."""
    rows = list(read_table(_FOLDER / "answer_nouns.tsv", ("noun", "types")))
    return {form: row.many("types") for row in rows for form in forms(row["noun"], "n")}


@cache
def speech_verbs() -> frozenset[str]:
    """Return the forms of verbs that say, ask, accuse, refuse, promise or praise."""
    by_form = load_predicates().by_form.items()
    acts = {form for (form, pos), rows in by_form if pos == "v" and rows[-1].type in _SPEECH}
    return frozenset(acts | set(forms("say", "v")) | set(forms("deny", "v")) | {"told", "added"})


def _generality(predicate: Predicate) -> float:
    """Rank a row before less specific ones: a named noun says more than a preposition."""
    return -sum(1.5 if part.sign in "=*^" else 1.0 for part in predicate.parts)


def _frames() -> dict[str, Frame]:
    found = {}
    for row in read_table(_FOLDER / "frames.tsv", ("frame", "kind", "positions")):
        pairs = [pair.split("=") for pair in row["positions"].split()]
        found[row["frame"]] = Frame(row["frame"], row["kind"], dict(pairs))
    return found


def _predicate(
    row: Row, frames: dict[str, Frame], classes: dict[str, tuple[str, ...]]
) -> Predicate:
    if row["pos"] not in {"v", "n", "a"}:
        raise row.fault(f"part of speech {row['pos']!r}; it is v, n or a")
    if row["frame"] not in frames:
        raise row.fault(f"no frame {row['frame']!r} in frames.tsv")
    notes = frozenset(row["notes"].split())
    if notes - _NOTES:
        raise row.fault(f"unknown notes {sorted(notes - _NOTES)}; there are {sorted(_NOTES)}")
    lemma, *rest = row["phrase"].split()
    parts = tuple(_part(row, word, classes) for word in rest)
    return Predicate(
        row["phrase"],
        lemma,
        row["pos"],
        parts,
        row["type"],
        row["mode"] or None,
        frames[row["frame"]],
        notes,
        row.rule,
    )


def _part(row: Row, word: str, classes: dict[str, tuple[str, ...]]) -> Part:
    sign, rest = word[0], word[1:]
    if sign not in "+=~*^":
        raise row.fault(f"{word!r} must begin with + (preposition), = (noun), ~ (clause), * or ^")
    if sign == "+" and "=" in rest:
        preposition, noun = rest.split("=")
        return Part("=", _nouns(row, noun, classes), preposition)
    if sign == "~" and "=" in rest:
        kind, verbs = rest.split("=")
        clause = frozenset(form for verb in verbs.split("/") for form in forms(verb, "v"))
        return Part("~", clause, kind)
    if sign in "=*^":
        return Part(sign, _nouns(row, rest, classes))
    return Part(sign, frozenset(rest.split("/")))


def _nouns(row: Row, word: str, classes: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """Return all forms of the nouns of `a/b/@class`."""
    found: set[str] = set()
    for noun in word.split("/"):
        if noun.startswith("@") and noun[1:] not in classes:
            raise row.fault(f"no class {noun!r} in noun_classes.tsv")
        for member in classes[noun[1:]] if noun.startswith("@") else (noun,):
            found |= forms(member, "n")
    return frozenset(found)


def _light() -> dict[tuple[str, str], LightVerb]:
    found: dict[tuple[str, str], LightVerb] = {}
    for row in read_table(_FOLDER / "light_verbs.tsv", ("verb", "slot", "subject", "effect")):
        verb = LightVerb(row["verb"], row["slot"], row["subject"], row["effect"])
        first, _, rest = verb.lemma.partition(" ")
        for form in forms(first, "v"):
            found[f"{form} {rest}".rstrip(), verb.slot] = verb
    return found


def _modality() -> dict[tuple[str, str], tuple[Modality, ...]]:
    found: dict[tuple[str, str], tuple[Modality, ...]] = {}
    for row in read_table(_FOLDER / "modality.tsv", ("lemma", "pos", "under", "effect")):
        entry = Modality(row["lemma"], row["pos"], row["under"], row["effect"])
        first, _, rest = entry.lemma.partition(" ")
        for form in forms(first, entry.pos):
            name = f"{form} {rest}".rstrip()
            found[name, entry.pos] = (*found.get((name, entry.pos), ()), entry)
    return found
