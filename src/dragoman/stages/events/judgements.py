"""To whom praise, blame and refusal go: who did the act that is judged."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.en.predicates import act_nouns
from dragoman.record import Evidence, Span
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.telling import is_told

__all__ = ["answer_for"]

_KNOWN = frozenset({"the", "this", "these", "that", "those"})


def answer_for(drafts: list[Draft], text: str) -> list[Draft]:
    """Address a judgement without a recipient to who did the act judged: "condemned the attack"."""
    # what only the network sees is too uncertain to blame somebody for
    surely = [d for d in drafts if is_told(d) and not d.found.is_learned and _is_done(d)]
    by_anchor = {span: d for d in surely for span in (d.anchor, *d.mentions)}
    return [_addressed(draft, by_anchor, text) for draft in drafts]


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

    An act named by the same noun comes before the last act of a fitting type.
    """
    if draft.type not in ("ACCUSE", "SUPPORT", "REJECT"):
        return []
    nouns = [w.lower for w in draft.content if any(c.lower in _KNOWN for c in w.all("det"))]
    types = {t for noun in nouns for t in act_nouns().get(noun, ())}
    fitting = [s for s, d in by_anchor.items() if s < draft.anchor and d.type in types and d.actors]
    named = [span for span in fitting if span.cut(text).lower() in nouns]
    return [by_anchor[max(named or fitting)]] if fitting else []
