"""Whom a title or a general noun means: "the minister", "the ministry", "the country"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.en.roles import load_roles
from dragoman.models.view import Sentence
from dragoman.record import Mention, MentionKind
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.entities import Discourse, Entity

__all__ = ["described_body", "described_people", "described_person", "fits_noun", "titles_in"]

_REACH = 12  # sentences: a title is remembered longer than a pronoun's antecedent
_SAME = {"defense": "defence", "spokeswoman": "spokesperson", "spokesman": "spokesperson"}
_EMPTY = frozenset(("of", "the", "for", "and", "-", "'s", "’s", "affairs"))
_LATELY = 3  # sentences in which a body may be "the alliance"
_GROUPED = frozenset(("REB", "PTY", "PRM", "CRM", "OPP", "UAF", "SOC"))
_INTERNATIONAL = frozenset(("IGO", "UNO", "EUR", "NGO"))


def titles_in(sentence: Sentence, mention: Mention) -> Iterator[tuple[str, str | None]]:
    """Yield each word of a mention in lower case, and the code of the office that ends at it."""
    words = sentence.within(mention.span)
    lowers = [w.lower for w in words]
    for end, word in enumerate(words):
        role = load_roles().match(lowers, end + 1) if word.tag.startswith("NN") else None
        yield _plain(lowers[end]), role.role if role else None


def _plain(word: str) -> str:
    return _SAME.get(word, word)


def singular(noun: str) -> str:
    """Return the singular of a noun as far as titles need it."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def fits_noun(entity: Entity, noun: str) -> bool:
    """Tell whether a person may be called by a general noun ("leader", "minister")."""
    noun = _plain(noun)
    if noun in entity.titles:
        return True
    codes = (word_classes().value("fits", noun) or "").split("|")
    for code in codes:
        if code == "any" or code in entity.codes:
            return True
        if code.startswith("any-") and code[4:] in entity.titles:
            return True
    return False


def described_person(
    discourse: Discourse, mention: Mention, titles: list[tuple[str, str | None]], sentence: int
) -> Entity | None:
    """Return the person whom a title without a name means, the most prominent of those it fits."""
    country = mention.actor.country
    known = word_classes()
    words = [w for w, _ in titles if w not in _EMPTY and not known.among("former", w)]
    code = titles[-1][1] if titles else None
    noun = words[-1] if words else ""
    near = discourse.near(sentence, mention.span.start, _REACH)
    # Who was already called so comes before who could be: a president may head the government too.
    for _, entity in sorted(near, key=lambda pair: not (words and set(words) <= pair[1].titles)):
        if not entity.is_person:
            continue
        if country and entity.actor.country and entity.actor.country != country:
            continue
        if code and code in entity.codes:
            return entity
        if len(words) > 1 and not country and not set(words) <= entity.titles:
            continue
        if fits_noun(entity, noun):
            return entity
    return None


def described_body(
    discourse: Discourse,
    noun: str,
    sentence: int,
    before: int,
    country: str | None,
    *,
    pointed: bool = False,
) -> Entity | None:
    """Return the state, body or group that a noun with the article means.

    With `pointed` ("that body") it is the nearest, not the most prominent.
    """
    kind = word_classes().value("state_noun_alone", noun)
    near = discourse.near(sentence, before, _REACH)
    if pointed:
        near = [(v, e) for v, e in near if e.seen[-1].head.dep not in ("nsubj", "nsubjpass")]
        near.sort(key=lambda pair: -_last(pair[1], before))
    for _, entity in near:
        if country and entity.actor.country != country:
            continue
        if not _may_be_called(entity, noun):
            continue
        if kind == "state" and entity.kind is MentionKind.COUNTRY:
            return entity
        if kind == "state":
            continue
        if noun in entity.nouns and entity.kind is not MentionKind.COUNTRY and not entity.members:
            return entity
        if kind == "group" and _is_group(entity):
            return entity
        if kind in ("organization", "group") and _is_international(entity, sentence):
            return entity
    return None


def _last(entity: Entity, before: int) -> int:
    sighting = entity.last_before(before)
    return sighting.position if sighting is not None else -1


def _may_be_called(entity: Entity, noun: str) -> bool:
    """Tell whether nothing speaks against calling a named body so ("the court", "the kingdom").

    The table gives words of names (in lower case), sectors and countries (in capitals).
    """
    allowed = (word_classes().value("body_noun", noun) or "").split("|")
    actor = entity.actor
    if allowed == [""] or actor.id is None or noun in entity.nouns:
        return True
    codes = (actor.country, actor.sector, *actor.sectors)
    words = (actor.name or "").lower().split()
    return any(value in codes or value in words for value in allowed)


def _is_group(entity: Entity) -> bool:
    if entity.kind is MentionKind.ORGANIZATION:
        return entity.actor.sector in _GROUPED
    return entity.kind is MentionKind.GROUP


def _is_international(entity: Entity, sentence: int) -> bool:
    """Tell whether an entity is an international body that was named lately."""
    if entity.kind is not MentionKind.ORGANIZATION or entity.actor.country not in _INTERNATIONAL:
        return False
    return bool(entity.seen) and sentence - entity.seen[-1].sentence <= _LATELY


def described_people(discourse: Discourse, noun: str, sentence: int, before: int) -> Entity | None:
    """Return the people who were called by the same noun before ("the protesters")."""
    for _, entity in discourse.near(sentence, before, _REACH):
        if entity.kind is MentionKind.PEOPLE and not entity.members and noun in entity.nouns:
            return entity
    return None
