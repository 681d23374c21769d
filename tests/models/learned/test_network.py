"""The shipped network: whole, sure of plain cases, and the same whatever it read before."""

import hashlib
import json
import re
import shutil

import pytest

from dragoman import Coder
from dragoman.errors import BadInput, MissingModel
from dragoman.models.learned.network import WEIGHTS, Learned

CARD = WEIGHTS.parent / "CARD.md"


@pytest.mark.parametrize("name", sorted(path.name for path in WEIGHTS.iterdir()))
def test_the_card_gives_the_digest_of_each_file(name):
    digest = hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest()
    assert re.search(rf"`{re.escape(name)}`.*`{digest}`", CARD.read_text(encoding="utf-8"))


def test_the_files_are_small_enough_for_git():
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= 25_000_000


def test_missing_files_are_named(tmp_path):
    with pytest.raises(MissingModel, match=r"network\.onnx"):
        Learned(tmp_path)


def test_weights_for_another_codebook_are_refused(tmp_path):
    shutil.copytree(WEIGHTS, tmp_path, dirs_exist_ok=True)
    labels = json.loads((tmp_path / "labels.json").read_text(encoding="utf-8"))
    labels["types"].append("FIGHT")
    (tmp_path / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    with pytest.raises(MissingModel, match="another codebook"):
        Learned(tmp_path)


RELATIONS = [
    ("Norway", "two Russian diplomats", "Norway expelled two Russian diplomats.", "SANCTION"),
    ("Police", "eleven students", "Police arrested eleven students in Lagos.", "COERCE"),
    ("eleven students", "Police", "Police were attacked by eleven students.", "ASSAULT"),
    ("Japan", "Fiji", "Japan sent tents and water to Fiji after the storm.", "AID"),
    ("Amnesty", "the army", "Amnesty accused the army of torture.", "ACCUSE"),
]


def offsets(text, words):
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(("source", "target", "text", "wanted"), RELATIONS)
def test_what_links_two_given_parties(coder, source, target, text, wanted):
    relation = coder.relation(text, offsets(text, source), offsets(text, target))
    assert relation.type == wanted
    assert 0 < relation.confidence <= 1


def test_the_direction_counts(coder):
    text = "Norway expelled two Russian diplomats."
    there = coder.relation(text, offsets(text, "Norway"), offsets(text, "two Russian diplomats"))
    back = coder.relation(text, offsets(text, "two Russian diplomats"), offsets(text, "Norway"))
    assert there.shares["SANCTION"] > back.shares["SANCTION"]


def test_the_shares_of_a_relation_sum_to_one(coder):
    relation = coder.relation("Norway thanked Chad.", (0, 6), (15, 19))
    assert sum(relation.shares.values()) == pytest.approx(1, abs=1e-3)


ROOTS = [
    ("Peru", "the miners", "Peru pardoned the miners.", "YIELD"),
    ("Peru", "Chile", "Peru withdrew its troops from Chile on Monday.", "YIELD"),
    ("Peru", "Chile", "Peru agreed to withdraw its troops from Chile.", "AGREE"),
]

ELSEWHERE = [
    ("Peru", "Chile", "Peru and Chile reached a trade agreement on Monday.", "SUPPORT"),
    ("A court in Lima", "the minister", "A court in Lima convicted the minister.", "ACCUSE"),
    ("Rebels", "the town", "Rebels captured the town of Bria on Monday.", "ASSAULT"),
]


@pytest.mark.parametrize(("source", "target", "text", "wanted"), ROOTS)
def test_saying_that_one_will_yield_has_the_root_of_agreeing(coder, source, target, text, wanted):
    relation = coder.relation(text, offsets(text, source), offsets(text, target))
    assert relation.root == wanted
    assert relation.type in ("CONCEDE", "RETREAT")


@pytest.mark.parametrize(("source", "target", "text", "wanted"), ELSEWHERE)
def test_the_root_is_that_of_cameo_where_the_words_say_so(coder, source, target, text, wanted):
    relation = coder.relation(text, offsets(text, source), offsets(text, target))
    assert relation.root == wanted


def test_there_is_always_a_root(coder):
    relation = coder.relation("Norway lies north of Chad.", (0, 6), (21, 25))
    assert relation.root in relation.roots
    assert sum(relation.roots.values()) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("offsets", [(0, 0), (5, 3), (0, 99), (-1, 4), (6, 7)])
def test_offsets_without_words_are_refused(coder, offsets):
    with pytest.raises(BadInput, match="source"):
        coder.relation("Norway thanked Chad.", offsets)


def test_an_unknown_coder_is_refused():
    with pytest.raises(BadInput, match="learned and tables"):
        Coder(coder="oracle")
