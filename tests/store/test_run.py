from dragoman.store import current_run
from dragoman.store.run import make_run

PARTS = {
    "dragoman": "1",
    "code_digest": "2",
    "parser": "3",
    "parser_digest": "4",
    "tables_digest": "5",
    "gazetteer": "6",
}


def test_the_run_of_one_installation_is_always_the_same():
    assert current_run.__wrapped__() == current_run.__wrapped__()


def test_a_change_of_any_part_makes_another_run():
    ids = {make_run(**{**PARTS, part: "other"}).id for part in PARTS}
    assert len(ids | {make_run(**PARTS).id}) == len(PARTS) + 1
