from collections import defaultdict
from typing import get_type_hints

from dragoman.record import (
    Actor,
    Attribution,
    Concern,
    Event,
    Evidence,
    Mention,
    Party,
    Place,
    Quantity,
    Report,
    SaidBy,
    Span,
    Statement,
    Time,
    Topic,
    When,
)


class Tables:
    """All rows of a store by table and key: the report made again without its stored JSON."""

    def __init__(self, store, names):
        self.found = {}
        for name in names:
            columns, rows = store.sql(f'select * from "{name}"')
            self.found[name] = [dict(zip(columns, row, strict=True)) for row in rows]

    def of(self, table, order="number", **keys):
        rows = [r for r in self.found[table] if all(r[k] == v for k, v in keys.items())]
        return sorted(rows, key=lambda r: (r[order] is not None, r[order] or 0))

    def report(self, row):
        key = {"report": row["id"]}
        return Report(
            **{k: row[k] for k in row if k not in {"run", "record", "published_basis"}},
            published_basis=_enum(Report, "published_basis", row["published_basis"]),
            sentences=tuple(_span(r) for r in self.of("sentence", **key)),
            mentions=tuple(_mention(r) for r in self.of("mention", **key)),
            times=tuple(_time(r) for r in self.of("time", **key)),
            places=tuple(_place(r) for r in self.of("place", **key)),
            attributions=tuple(self.attribution(r) for r in self.of("attribution", **key)),
            events=tuple(self.event(r) for r in self.of("event", **key)),
            statements=tuple(self.statement(r) for r in self.of("statement", **key)),
        )

    def attribution(self, row):
        key = {"report": row["report"], "attribution": row["number"]}

        def part(name):
            return tuple(
                _span(r) for r in self.of("attribution_span", "position", part=name, **key)
            )

        return Attribution(
            source=part("source"),
            actor=_actor(row) if row["has_actor"] else None,
            cue=_span(row, "cue_"),
            content=part("content"),
            kind=_enum(Attribution, "kind", row["kind"]),
            verb=_enum(Attribution, "verb", row["verb"]),
            parent=row["parent"],
            reason=row["reason"],
        )

    def parties(self, table, **key):
        return tuple(_party(r) for r in self.of(table, "position", **key))

    def places(self, **key):
        return tuple(_place(r) for r in self.of("event_place", "position", **key))

    def topics(self, table, **key):
        return tuple(
            Topic(
                id=r["topic_id"], label=r["label"], countries=tuple(r["countries"]), span=_span(r)
            )
            for r in self.of(table, "position", **key)
        )

    def spans(self, **key):
        return tuple(_span(r) for r in self.of("event_span", "position", **key))

    def quantity(self, **key):
        for r in self.of("event_quantity", "value", **key):
            return Quantity(value=r["value"], bound=r["bound"], span=_span(r))
        return None

    def evidence(self, **key):
        grouped = defaultdict(list)
        for r in self.of("event_evidence", "position", **key):
            grouped[r["number"], r["field"], r["reason"]].append(r)
        return tuple(
            Evidence(
                field=field,
                spans=tuple(_span(r) for r in rows if r["begins"] is not None),
                reason=reason,
            )
            for (_, field, reason), rows in sorted(grouped.items())
        )

    def concern(self, row):
        key = {"event": row["event"], "concern": row["number"]}
        wheres = self.of("concern_place", "concern", **key)
        return Concern(
            type=row["type"],
            mode=row["mode"],
            anchor=_span(row),
            actors=self.parties("concern_party", role="actor", **key),
            recipients=self.parties("concern_party", role="recipient", **key),
            when=_when(row),
            where=_place(wheres[0]) if wheres else None,
        )

    def event(self, row):
        key = {"event": row["id"]}
        wheres = self.places(role="where", **key)
        return Event(
            id=row["id"],
            type=row["type"],
            mode=row["mode"],
            status=_enum(Event, "status", row["status"]),
            anchor=_span(row),
            mentions=self.spans(part="mention", **key),
            actors=self.parties("event_party", role="actor", **key),
            recipients=self.parties("event_party", role="recipient", **key),
            mediators=self.parties("event_party", role="mediator", **key),
            when=_when(row),
            where=wheres[0] if wheres else None,
            places=self.places(role="named", **key),
            contexts=tuple(r["context"] for r in self.of("event_context", "position", **key)),
            about=self.topics("event_topic", **key),
            concerns=tuple(self.concern(r) for r in self.of("concern", **key)),
            dead=self.quantity(part="dead", **key),
            injured=self.quantity(part="injured", **key),
            size=self.quantity(part="size", **key),
            said_by=tuple(_said_by(r) for r in self.of("event_said_by", "position", **key)),
            hedges=self.spans(part="hedge", **key),
            confidence=row["confidence"],
            rule=row["rule"],
            evidence=self.evidence(**key),
        )

    def statement(self, row):
        key = {"statement": row["id"]}
        return Statement(
            id=row["id"],
            attribution=row["attribution"],
            addressee=self.parties("statement_addressee", **key),
            about=self.topics("statement_topic", **key),
        )


def _enum(noun, field, value):
    return get_type_hints(noun)[field](value)


def _span(row, prefix=""):
    begins = row[f"{prefix}begins"]
    return None if begins is None else Span(begins, row[f"{prefix}ends"])


def _identity(row):
    return {
        "id": row["actor_id"],
        "name": row["name"],
        "country": row["country"],
        "sector": row["sector"],
        "sectors": tuple(row["sectors"]),
        "office": row["office"],
        "basis": _enum(Actor, "basis", row["basis"]),
        "wikidata": row["wikidata"],
        "reason": row["actor_reason"],
    }


def _actor(row):
    return Actor(**_identity(row))


def _party(row):
    return Party(span=_span(row), **_identity(row))


def _mention(row):
    return Mention(
        span=_span(row),
        head=_span(row, "head_"),
        kind=_enum(Mention, "kind", row["kind"]),
        actor=_actor(row),
        chain=row["chain"],
        members=tuple(row["members"]),
        reason=row["reason"],
    )


def _time(row):
    return Time(
        span=_span(row),
        kind=_enum(Time, "kind", row["kind"]),
        value=row["value"],
        first=row["first_day"],
        last=row["last_day"],
        basis=_enum(Time, "basis", row["basis"]),
        mod=row["mod"],
        reason=row["reason"],
    )


def _when(row):
    if row["when_value"] is None:
        return None
    return When(
        value=row["when_value"],
        first=row["first_day"],
        last=row["last_day"],
        basis=_enum(When, "basis", row["when_basis"]),
        span=_span(row, "when_"),
    )


def _place(row):
    plain = ("name", "geonames_id", "country", "admin1", "latitude", "longitude", "basis", "reason")
    return Place(
        span=_span(row),
        precision=_enum(Place, "precision", row["precision"]),
        **{name: row[name] for name in plain},
    )


def _said_by(row):
    return SaidBy(
        source=_party(row) if row["begins"] is not None else None,
        cue=_span(row, "cue_"),
        attribution=row["attribution"],
    )
