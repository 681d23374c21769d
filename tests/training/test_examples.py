"""Marked sentences become labels at the right words."""

from dragoman.models.learned.labels import MODES, ROLES, SECTORS, STATUSES, TYPES
from dragoman.scoring.markup import read_sentence
from training.examples import IGNORED, relation_examples, split_of, tagging_examples

MARKED = read_sentence(
    "[A court in [Ohio|p1]|a1 USA.JUD] did not [acquit|1=CONCEDE!negated] the [deputy|r1 USA.COP]."
)


def example():
    return next(iter(tagging_examples([MARKED])))


def at(word):
    one = example()
    return next(n for n, s in enumerate(one.words) if one.text[s.start : s.end] == word)


def test_the_anchor_has_type_mode_and_status():
    one, n = example(), at("acquit")
    assert TYPES[one.types[n]] == "CONCEDE"
    assert MODES[one.modes[n]] == ("CONCEDE", None)
    assert STATUSES[one.statuses[n]] == "negated"


def test_the_head_of_a_party_has_its_role_and_the_rest_is_not_learned():
    ((anchor, roles),) = example().roles
    assert anchor == at("acquit")
    assert ROLES[roles[at("court")]] == "actor"
    assert ROLES[roles[at("Ohio")]] == "place"
    assert roles[at("in")] == IGNORED
    assert ROLES[roles[at("deputy")]] == "recipient"


def test_a_party_has_a_sector_and_the_word_that_names_its_state():
    one = example()
    homes = dict(one.homes)
    assert SECTORS[one.sectors[at("court")]] == "JUD"
    assert homes[at("deputy")][at("Ohio")] == 1


def test_relations_run_from_actor_to_recipient_and_nothing_back():
    found = {(e.source, e.target): TYPES[e.type] for e in relation_examples([MARKED])}
    (actor,), (recipient,) = MARKED.acts[0].actors, MARKED.acts[0].recipients
    assert found[actor.span, recipient.span] == "CONCEDE"
    assert found[recipient.span, actor.span] == "NONE"


def test_themes_for_measuring_are_not_learned_from():
    assert [split_of(t) for t in ("test-relations", "dev-news", "balkans")] == [
        "test", "dev", "train",
    ]  # fmt: skip
