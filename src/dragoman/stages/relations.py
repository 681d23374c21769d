"""What one given party does to another: the type, and the root that sets of relations count by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dragoman.languages.en.predicates import load_predicates
from dragoman.models.learned.features import Features, features_of
from dragoman.models.learned.labels import NOTHING, PROMISED, RELATIONS, ROLES, TYPES
from dragoman.models.learned.network import Learned, Scores
from dragoman.models.parser import Parser
from dragoman.models.view import Parse, Word
from dragoman.record import Relation, Span, Status
from dragoman.stages.events.anchors import find_anchors
from dragoman.stages.relation_roots import Routes, by_root

__all__ = ["relate"]

_CONCEDE = "CONCEDE"
# How much the reading word by word counts beside that of the marked pair, found on the dev part.
_BY_WORDS = 1.0
_UNNAMED = 0.3  # how far a word is taken for the act of somebody whose words head nothing
_OTHERWISE = 0.15  # of an act, where the target has no role in it
_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj"))
_LEAST = 0.05  # below this share of any act a word is left out


def relate(text: str, source: Span, target: Span | None, parser: Parser) -> Relation:
    """Return what the words of a text say that a source does to a target.

    Two readings are joined: that of the text with the pair marked, and that of its words, the acts
    that they name and who has which role in them.
    """
    learned = Learned.shipped()
    related = learned.relate(text, source, target)
    told, routes = _told(text, source, target, parser.read(text, _every), learned)
    kinds = _joined(related.kinds, told)
    shares = _by_type(kinds)
    roots = by_root(kinds, routes)
    best = max(shares, key=lambda name: shares[name])
    known = best != NOTHING
    return Relation(
        type=best if known else None,
        mode=related.mode_of(best) if known else None,
        status=Status(related.status) if known else None,
        confidence=round(shares[best], 4),
        shares=shares,
        root=max(roots, key=lambda name: roots[name]),
        roots=roots,
    )


def _every(_: str) -> bool:
    return True


def _told(
    text: str, source: Span, target: Span | None, parse: Parse, learned: Learned
) -> tuple[dict[str, float], Routes]:
    """Return for each type how far some word names an act of it, by the source to the target.

    With it go the roots that these words lead to.
    """
    table, parts = load_predicates(), list(parse.sentences)
    acts = [{f.head.index: f.predicate.type for f in find_anchors(p, table)} for p in parts]
    features = Features.joined([features_of(p, a) for p, a in zip(parts, acts, strict=True)])
    tokens = [word for part in parts for word in part.words]
    words = [(word.start, word.end) for word in tokens]
    scores = learned.read(text, words, features)
    doer, other = (_head(span, parse, words) for span in (source, target))
    told: Counter[str] = Counter()
    routes = Routes()
    for n, token in enumerate(tokens):
        if 1 - float(scores.types[n][0]) < _LEAST:
            continue
        weight, beside = _linked(n, doer, other, scores), _told_in(token)
        for column, name in enumerate(TYPES[1:], start=1):
            share = float(scores.types[n][column]) * weight
            told[name] += share  # type: ignore[assignment]
            for kind in (name, PROMISED) if name == _CONCEDE else (name,):
                routes.see(kind, scores.mode_of(n, name), beside, share)
    return dict(told), routes


def _told_in(act: Word) -> frozenset[str]:
    """Return the words of an act's clause from it downwards, in lower case; "~to" for "to do"."""
    words, stack = set(), [act]
    while stack:
        word = stack.pop()
        words.add("~to" if word.dep == "aux" and word.lower == "to" else word.lower)
        stack.extend(child for child in word.children if child.dep not in _CLAUSES)
    return frozenset(words)


def _head(span: Span | None, parse: Parse, words: list[tuple[int, int]]) -> int | None:
    """Return the number of the word that heads a span."""
    if span is None:
        return None
    for part in parse.sentences:
        word = part.head_of(span) if part.start <= span.start < part.end else None
        if word is not None:
            return words.index((word.start, word.end))
    return None


def _linked(word: int, doer: int | None, other: int | None, scores: Scores) -> float:
    """Return how far a word names what the one does to the other."""
    roles = scores.roles(word)
    does = float(roles[doer][ROLES.index("actor")]) if doer is not None else _UNNAMED
    if other is None:
        return does * (_UNNAMED + _OTHERWISE)
    takes = max(float(roles[other][ROLES.index(role)]) for role in ("recipient", "actor"))
    return does * (takes + _OTHERWISE)


def _joined(kinds: Mapping[str, float], told: Mapping[str, float]) -> dict[str, float]:
    """Return the shares of both readings as one; how likely there is nothing stays as it was."""
    there = 1 - kinds[NOTHING]
    yielding = kinds[_CONCEDE] + kinds[PROMISED]
    promised = kinds[PROMISED] / yielding if yielding else 0.0
    more = {name: told.get(name, 0.0) for name in RELATIONS}
    more[PROMISED] = more[_CONCEDE] * promised
    more[_CONCEDE] *= 1 - promised
    sums = {n: kinds[n] / max(there, 1e-9) + _BY_WORDS * more[n] for n in RELATIONS[1:]}
    whole = sum(sums.values())
    return {NOTHING: kinds[NOTHING], **{n: there * value / whole for n, value in sums.items()}}


def _by_type(kinds: Mapping[str, float]) -> dict[str, float]:
    shares = {name: share for name, share in kinds.items() if name != PROMISED}
    shares[_CONCEDE] += kinds[PROMISED]
    return shares
