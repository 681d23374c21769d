"""To whom praise, blame and refusal go: who did the act that is judged."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.en.predicates import act_nouns
from dragoman.models.view import Word
from dragoman.record import Evidence, Span
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.telling import is_told

__all__ = ["answer_for"]

_SURE = 0.8
_STEM = 4  # letters
_KNOWN = frozenset({"the", "this", "these", "that", "those"})


def answer_for(drafts: list[Draft], text: str) -> list[Draft]:
    """Address a judgement without a recipient to who did the act judged: "condemned the attack"."""
    surely = [d for d in drafts if is_told(d) and _is_sure(d) and _is_done(d)]
    by_anchor = {span: d for d in surely for span in (d.anchor, *d.mentions)}
    return [_addressed(draft, by_anchor, text) for draft in drafts]


def _is_sure(draft: Draft) -> bool:
    """Tell whether an act is sure enough to blame somebody for it."""
    return not draft.found.is_learned or (draft.share or 0.0) >= _SURE


def _is_done(draft: Draft) -> bool:
    return draft.reading.effect == "actual"


def _addressed(draft: Draft, by_anchor: dict[Span, Draft], text: str) -> Draft:
    if draft.recipients:
        return draft
    acts = [by_anchor[f.anchor] for f in draft.told if f.anchor in by_anchor]
    acts = acts or _spoken_of(draft, by_anchor, text)
    doers = one_each(tuple(p for act in acts for p in act.actors))
    others = tuple(p for p in doers if not any(same_party(p, a) for a in draft.actors))
    if not others:
        return draft
    spans = tuple(act.anchor for act in acts)
    evidence = Evidence(field="recipients", spans=spans, reason="who did the act that is judged")
    return replace(draft, recipients=others, evidence=(*draft.evidence, evidence))


def _spoken_of(draft: Draft, by_anchor: dict[Span, Draft], text: str) -> list[Draft]:
    """Return the act a judgement means by a noun: "condemned the strikes", told before.

    An act named by the same noun comes before the last act of a fitting type, and that before one
    named by the noun's verb ("rammed", "the ramming").
    """
    if draft.type not in ("ACCUSE", "SUPPORT", "REJECT"):
        return []
    nouns = [w.lower for w in draft.content if _is_known(w)]
    before = [s for s, d in by_anchor.items() if s < draft.anchor and d.actors]
    types = {t for noun in nouns for t in act_nouns().get(noun, ())}
    fitting = [span for span in before if by_anchor[span].type in types]
    named = [span for span in fitting if span.cut(text).lower() in nouns]
    of_one_stem = [s for s in before for n in nouns if _of_one_stem(s.cut(text).lower(), n)]
    by_rule = [span for span in fitting if not by_anchor[span].found.is_learned]
    meant = named or by_rule or fitting or of_one_stem
    return [by_anchor[max(meant)]] if meant else []


def _is_known(noun: Word) -> bool:
    """Tell whether a noun names what was told of: "the attack", "their detention"."""
    return any(c.lower in _KNOWN for c in noun.all("det")) or any(
        c.tag == "PRP$" for c in noun.all("poss")
    )


def _of_one_stem(verb: str, noun: str) -> bool:
    return len(noun) > _STEM and verb[:_STEM] == noun[:_STEM]
