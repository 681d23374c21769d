"""What events and statements are about: topics and contexts."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

import msgspec

from dragoman.languages.en.subjects import KnownTopic, load_context_cues, load_topic_cues
from dragoman.models.view import Parse, Sentence, Word
from dragoman.ontology import load_ontology
from dragoman.record import Event, Mention, MentionKind, Report, Span, Topic

__all__ = ["find_topics", "topics_in"]

_MOST_CONTEXTS = 3  # coding rule 15
# Verbs whose object is what a meeting was about.
_TOPIC_VERBS = frozenset(
    "discuss discussed discussing discusses address addressed addressing review reviewed reviewing "
    "cover covered tackle tackled raise raised exchange".split()
)
_TOPIC_PHRASES = {
    "focus": "on",
    "focused": "on",
    "focusing": "on",
    "focussed": "on",
    "center": "on",
    "centered": "on",
    "centred": "on",
    "dwell": "on",
    "touched": "on",
    "talked": "about",
    "dealt": "with",
}
_NAMING = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.ORGANIZATION, MentionKind.GROUP)
# Alone these say nothing: "discussed the need", "the outcomes".
_VAGUE = frozenset("need outcome outcomes issue issues matter matters thing things it".split())
# A clause after a topic says more than what the topic is.
_BEYOND = frozenset({"relcl", "advcl", "acl", "punct", "cc", "conj"})


def find_topics(report: Report, parse: Parse) -> Report:
    """Return the report with `about` and `contexts` of its events filled."""
    known = known_topics(report)
    contexts = sorted(_contexts(report), key=lambda item: item[1])
    events = tuple(_with_subjects(e, report, parse, known, contexts) for e in report.events)
    return msgspec.structs.replace(report, events=events)


def known_topics(report: Report) -> tuple[Topic, ...]:
    """Return the topics of the table that the report names, in text order."""
    phrases, owners = load_topic_cues()
    found = []
    for number, span in phrases.find(report.text):
        topic = _fitting(owners[number], report)
        if topic is not None:
            found.append(
                Topic(id=topic.id, label=topic.label, countries=topic.countries, span=span)
            )
    return tuple(found)


def _fitting(topics: tuple[KnownTopic, ...], report: Report) -> KnownTopic | None:
    """Return the topic a cue means at the report's date, by the countries named, or the first."""
    fitting = [t for t in topics if _covers(t, report.published)]
    if len(fitting) > 1:
        named = {m.actor.country for m in report.mentions}
        fitting.sort(key=lambda t: -len(named & set(t.countries)))
    return fitting[0] if fitting else None


def _covers(topic: KnownTopic, day: date | None) -> bool:
    """Tell whether a report of that day can speak of a topic: not before it began."""
    return day is None or day.isoformat()[: len(topic.start)] >= topic.start


def topics_in(span: Span, known: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """Return the known topics named within a span, each once."""
    found = {t.id: t for t in reversed(known) if span.covers(t.span)}
    return tuple(sorted(found.values(), key=lambda t: t.span))


def _contexts(report: Report) -> list[tuple[str, Span, str]]:
    phrases, owners = load_context_cues()
    names = [m for m in report.mentions if m.kind in _NAMING]
    return [
        (cue.context, span, cue.scope)
        for number, span in phrases.find(report.text)
        if not any(_says_who(span, name, report) for name in names)
        for cue in owners[number]
    ]


def _says_who(span: Span, name: Mention, report: Report) -> bool:
    """Tell whether a cue only names somebody: "Foreign Minister", "Human Rights Watch"."""
    titled = name.kind in (MentionKind.PERSON, MentionKind.OFFICE)
    return name.span.covers(span) and (titled or not report.words(span).islower())


def _with_subjects(
    event: Event,
    report: Report,
    parse: Parse,
    known: tuple[Topic, ...],
    contexts: list[tuple[str, Span, str]],
) -> Event:
    about = _about(event, report, parse, known)
    return msgspec.structs.replace(
        event, about=about, contexts=_event_contexts(event, parse, contexts)
    )


def _about(
    event: Event, report: Report, parse: Parse, known: tuple[Topic, ...]
) -> tuple[Topic, ...]:
    """Return what a talk is about: what its mentions discuss, known topics by their id."""
    taken = [t.span for t in report.times] + [m.span for m in report.mentions]
    taken += [span for e in event.evidence if e.field == "type" for span in e.spans]
    spans = [
        span
        for anchor in (event.anchor, *event.mentions)
        for span in _discussed(anchor, parse)
        # "on Tuesday evening", "called on the United States" name no topic
        if not any(other.covers(span) for other in taken)
    ]
    found: dict[str, Topic] = {}
    for span in spans:
        inside = topics_in(span, known)
        for topic in inside or (_plain(span, parse.text),):
            found.setdefault(topic.id or topic.label, topic)
    return tuple(sorted(found.values(), key=lambda t: t.span))


def _plain(span: Span, text: str) -> Topic:
    return Topic(id=None, label=" ".join(span.cut(text).split()), span=span)


def _discussed(anchor: Span, parse: Parse) -> list[Span]:
    sentence = parse.sentence_at(anchor.start)
    word = parse.word_at(anchor.start)
    if sentence is None or word is None:
        return []
    nouns = [o for p in word.all("prep") if p.lower in ("on", "about", "over") for o in _under(p)]
    for verb in _verbs_near(word):
        if verb.lower in _TOPIC_VERBS:
            nouns += [o for o in verb.all("dobj") for o in o.conjuncts()]
        wanted = _TOPIC_PHRASES.get(verb.lower)
        nouns += [o for p in verb.all("prep") if p.lower == wanted for o in _under(p)]
    return [s for s in (_phrase(n, word) for n in nouns) if s is not None]


def _under(preposition: Word) -> list[Word]:
    return [o for head in preposition.all("pobj") for o in head.conjuncts()]


def _verbs_near(word: Word) -> list[Word]:
    """Return the verbs that can say what a talk is about: its own, its governor's, a purpose."""
    near = [word, *word.children]
    if not word.is_root:
        near += [word.head, *word.head.children]
    return [w for w in dict.fromkeys(near) if w.tag.startswith("VB")]


def _phrase(noun: Word, anchor: Word) -> Span | None:
    """Return the noun phrase without its clauses; None when it holds the anchor itself."""
    if not noun.tag.startswith(("NN", "PRP", "VBG")) or noun.tag == "PRP":
        return None
    words = [noun]
    stack = [c for c in noun.children if c.dep not in _BEYOND]
    while stack:
        word = stack.pop()
        words.append(word)
        stack.extend(c for c in word.children if c.dep not in ("relcl", "advcl", "punct"))
    vague = len(words) == 1 and noun.lower in _VAGUE
    if anchor in words or vague or all(w.tag.startswith("NNP") for w in words):
        return None
    words.sort(key=lambda w: w.start)
    while words and words[0].tag in ("DT", "PRP$", "HYPH", ","):
        words.pop(0)
    return Span(words[0].start, words[-1].end) if words else None


def _event_contexts(
    event: Event, parse: Parse, contexts: list[tuple[str, Span, str]]
) -> tuple[str, ...]:
    """Return at most three contexts: the mode's own, those of the clause, of the sentence."""
    implied = load_ontology().implied_context(event.type, event.mode) if event.mode else None
    ranked: list[tuple[int, int, str]] = [(-1, 0, implied)] if implied else []
    for anchor in (event.anchor, *event.mentions):
        sentence = parse.sentence_at(anchor.start)
        if sentence is not None and sentence.parsed:
            ranked.extend(_ranked(anchor, sentence, contexts))
    names = dict.fromkeys(name for _, _, name in sorted(ranked))
    return tuple(names)[:_MOST_CONTEXTS]


def _ranked(
    anchor: Span, sentence: Sentence, contexts: list[tuple[str, Span, str]]
) -> list[tuple[int, int, str]]:
    clause = _clause(anchor, sentence)
    low = bisect_left(contexts, sentence.start, key=lambda item: item[1].start)
    found = []
    for name, span, scope in contexts[low:]:
        if span.start >= sentence.end:
            break
        inside = clause.covers(span)
        if inside or scope == "sentence":
            found.append((0 if inside else 1, abs(span.start - anchor.start), name))
    return found


def _clause(anchor: Span, sentence: Sentence) -> Span:
    """Return the span of the words under the act, and of its light verb's phrase."""
    word = sentence.at(anchor.start)
    if word is None:
        return anchor
    words = [word, *word.subtree()]
    return Span(min(w.start for w in words), max(w.end for w in words))
