"""Read annotated sentences: one a line, what is marked in brackets, its tags after a bar.

    [France|a1 FRA.GOV] [recalled|1=SANCTION.withdraw] its ambassador from [Niger|r1 NER.GOV].

The tags are explained in data/annotated/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import BadTable
from dragoman.record import Span

__all__ = ["MarkedAct", "MarkedParty", "MarkedSentence", "read_marked", "read_sentence"]

STATUSES = ("actual", "planned", "possible", "negated")
ROLES = {
    "a": "actor",
    "r": "recipient",
    "m": "mediator",
    "h": "host",
    "s": "source",
    "q": "cue",
    "t": "time",
    "p": "place",
}
_PARTIES = frozenset("actor recipient mediator host source".split())
_ANCHOR = re.compile(
    r"(?P<number>\d+)=(?P<type>[A-Z]+)(\.(?P<mode>[a-z-]+))?(!(?P<status>[a-z]+))?$"
)
_CONCERN = re.compile(r"(?P<number>\d+)~(?P<type>[A-Z]+)(\.(?P<mode>[a-z-]+))?$")
_AGAIN = re.compile(r"(?P<number>\d+)\+$")
_ROLE = re.compile(r"(?P<role>[armhsqtp])(?P<number>\d+)$")
_CODE = re.compile(r"(?P<country>[A-Z]{3}|\?)(\.(?P<sector>[A-Z]{3}|\?))?$")
_SIGN = re.compile(r"\\[\[\]|\\]|[\[\]|]")


@dataclass(frozen=True, slots=True)
class MarkedParty:
    """Words that name somebody, with country and sector as far as the sentence tells."""

    span: Span
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class MarkedAct:
    """One act of a sentence, as a person marked it."""

    number: int
    type: str
    mode: str | None
    status: str
    anchor: Span
    mentions: tuple[Span, ...] = ()
    concerns: tuple[tuple[str, str | None, Span], ...] = ()
    actors: tuple[MarkedParty, ...] = ()
    recipients: tuple[MarkedParty, ...] = ()
    mediators: tuple[MarkedParty, ...] = ()
    hosts: tuple[MarkedParty, ...] = ()
    sources: tuple[MarkedParty, ...] = ()
    cues: tuple[Span, ...] = ()
    times: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with its marks; `theme` is the file it stands in."""

    file: str
    line: int
    text: str
    acts: tuple[MarkedAct, ...]
    parties: tuple[MarkedParty, ...]

    @property
    def theme(self) -> str:
        """The name of the file without its ending."""
        return self.file.rpartition("/")[2].removesuffix(".txt")


@dataclass(slots=True)
class _Gathered:
    """The tags of one sentence while it is read."""

    acts: dict[int, dict[str, object]] = field(default_factory=dict)
    anchors: dict[int, list[Span]] = field(default_factory=dict)
    concerns: dict[int, list[tuple[str, str | None, Span]]] = field(default_factory=dict)
    roles: dict[tuple[str, int], list[MarkedParty]] = field(default_factory=dict)
    parties: list[MarkedParty] = field(default_factory=list)


def read_marked(path: Path) -> Iterator[MarkedSentence]:
    """Yield the sentences of a file; lines that start with # are comments.

    Raises BadTable, naming file and line, for marks that cannot be read.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip() and not line.startswith("#"):
                yield read_sentence(line.strip(), file=path.name, line=number)


def read_sentence(marked: str, *, file: str = "sentence", line: int = 1) -> MarkedSentence:
    """Return one marked sentence; raises BadTable for marks that cannot be read."""
    where = f"{file}:{line}"
    text, brackets = _strip(marked, where)
    gathered = _Gathered()
    for span, tags in brackets:
        _take(span, tags, gathered, where)
    used = {number for _, number in gathered.roles} | set(gathered.concerns)
    for number in sorted(used | set(gathered.anchors)):
        if number not in gathered.acts:
            raise BadTable(f"{where}: no anchor {number}=TYPE for the tags with {number}")
    acts = tuple(_act(number, gathered) for number in sorted(gathered.acts))
    return MarkedSentence(file, line, text, acts, tuple(gathered.parties))


def _strip(marked: str, where: str) -> tuple[str, list[tuple[Span, str]]]:
    """Return the bare text and each bracket's span in it with its tags; brackets may nest."""
    text: list[str] = []
    length, position = 0, 0
    open_at: list[int] = []
    brackets: list[tuple[Span, str]] = []
    while position < len(marked):
        sign = _SIGN.search(marked, position)
        end = sign.start() if sign else len(marked)
        text.append(marked[position:end])
        length += end - position
        if sign is None:
            break
        position = sign.end()
        token = sign.group()
        if token.startswith("\\"):
            text.append(token[1])
            length += 1
        elif token == "[":
            open_at.append(length)
        elif token == "|" and open_at:
            close = marked.find("]", position)
            if close < 0:
                raise BadTable(f"{where}: the tags after '|' are not closed with ']'")
            start = open_at.pop()
            if start == length:
                raise BadTable(f"{where}: a bracket without words")
            brackets.append((Span(start, length), marked[position:close]))
            position = close + 1
        else:
            raise BadTable(
                f"{where}: '{token}' outside a mark; write \\{token} for the sign itself"
            )
    if open_at:
        raise BadTable(f"{where}: '[' without '|tags]'")
    return "".join(text), brackets


def _take(span: Span, tags: str, gathered: _Gathered, where: str) -> None:
    roles: list[tuple[str, int]] = []
    code: re.Match[str] | None = None
    for tag in tags.split():
        if found := _ANCHOR.match(tag):
            number = int(found["number"])
            if number in gathered.acts:
                raise BadTable(f"{where}: anchor {number} is given twice; use {number}+")
            status = found["status"] or "actual"
            if status not in STATUSES:
                raise BadTable(f"{where}: status {status!r}; it is one of {', '.join(STATUSES)}")
            gathered.acts[number] = {"type": found["type"], "mode": found["mode"], "status": status}
            gathered.anchors.setdefault(number, []).insert(0, span)
        elif found := _CONCERN.match(tag):
            concern = (found["type"], found["mode"], span)
            gathered.concerns.setdefault(int(found["number"]), []).append(concern)
        elif found := _AGAIN.match(tag):
            gathered.anchors.setdefault(int(found["number"]), []).append(span)
        elif found := _ROLE.match(tag):
            roles.append((ROLES[found["role"]], int(found["number"])))
        elif found := _CODE.match(tag):
            if code is not None:
                raise BadTable(f"{where}: two codes in one mark; use two brackets")
            code = found
        else:
            raise BadTable(f"{where}: {tag!r} is no tag")
    _give_roles(span, roles, code, gathered, where)


def _give_roles(
    span: Span,
    roles: list[tuple[str, int]],
    code: re.Match[str] | None,
    gathered: _Gathered,
    where: str,
) -> None:
    party = MarkedParty(span, _known(code, "country"), _known(code, "sector"))
    if code is not None:
        gathered.parties.append(party)
    for role, number in roles:
        if role in _PARTIES and code is None:
            raise BadTable(f"{where}: {role} {number} has no code; write ? where it is unknown")
        gathered.roles.setdefault((role, number), []).append(party)


def _known(code: re.Match[str] | None, part: str) -> str | None:
    value = code[part] if code else None
    return None if value == "?" else value


def _act(number: int, gathered: _Gathered) -> MarkedAct:
    head, *mentions = gathered.anchors[number]
    parts = gathered.acts[number]

    def of(role: str) -> tuple[MarkedParty, ...]:
        return tuple(gathered.roles.get((role, number), ()))

    def spans(role: str) -> tuple[Span, ...]:
        return tuple(party.span for party in of(role))

    return MarkedAct(
        number=number,
        type=str(parts["type"]),
        mode=None if parts["mode"] is None else str(parts["mode"]),
        status=str(parts["status"]),
        anchor=head,
        mentions=tuple(mentions),
        concerns=tuple(gathered.concerns.get(number, ())),
        actors=of("actor"),
        recipients=of("recipient"),
        mediators=of("mediator"),
        hosts=of("host"),
        sources=of("source"),
        cues=spans("cue"),
        times=spans("time"),
        places=spans("place"),
    )
