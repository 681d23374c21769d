import pytest

from dragoman.errors import BadInput
from dragoman.record import Place, Precision, SaidBy, Status
from dragoman.store import StoredParty, open_store

from .nouns import event, party, replace, report, run, span_of, when

TEXT = (
    "Envoy Marta Rell visited Osk on 3 May, the ministry said. Rell may call Ode Brin by June. "
    "Troops shelled Vell."
)


def built():
    bare = report(TEXT, published="2024-06-10")
    rell = party(
        TEXT,
        "Marta Rell",
        id="per:rell",
        name="Marta Rell",
        country="NOR",
        sector="GOV",
    )
    brin = party(TEXT, "Ode Brin", name="Ode Brin-Holm", country="FIN", sector="GOV")
    osk = Place(span=span_of(TEXT, "Osk"), name="Osk", precision=Precision.CITY, country="FIN")
    said = SaidBy(source=party(TEXT, "the ministry"), cue=span_of(TEXT, "said"), attribution=0)
    first = event(
        bare.id,
        0,
        TEXT,
        "visited",
        actors=(rell,),
        when=when(TEXT, "3 May", "2024-05-03", "2024-05-03"),
        where=osk,
        said_by=(said,),
    )
    second = event(
        bare.id,
        1,
        TEXT,
        "call",
        mode="phone",
        status=Status.POSSIBLE,
        actors=(rell,),
        recipients=(brin,),
        when=when(TEXT, "by June", None, "2024-06-30"),
    )
    third = event(
        bare.id, 2, TEXT, "shelled", type="ASSAULT", mode="heavy-weapons",
        actors=(party(TEXT, "Troops", sector="MIL"),),
    )  # fmt: skip
    sentences = tuple(
        span_of(TEXT, part)
        for part in (
            "Envoy Marta Rell visited Osk on 3 May, the ministry said.",
            "Rell may call Ode Brin by June.",
            "Troops shelled Vell.",
        )
    )
    return replace(bare, events=(first, second, third), sentences=sentences)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("events") / "record.duckdb") as opened:
        opened.add([built()], run())
        yield opened


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["visited", "call", "shelled"]),
        ({"actor": "per:rell"}, ["visited", "call"]),
        ({"actor": "NOR"}, ["visited", "call"]),
        ({"actor": "nor gov"}, ["visited", "call"]),
        ({"actor": "NOR MIL"}, []),
        ({"actor": "Rell"}, ["visited", "call"]),
        ({"actor": "marta rell"}, ["visited", "call"]),
        ({"actor": "ell"}, []),
        ({"actor": "FIN"}, []),
        ({"recipient": "FIN"}, ["call"]),
        ({"recipient": "NOR"}, []),
        ({"type": "ASSAULT"}, ["shelled"]),
        ({"type": "assault"}, ["shelled"]),
        ({"mode": "phone"}, ["call"]),
        ({"status": "possible"}, ["call"]),
        ({"country": "FIN"}, ["visited"]),
        ({"since": "2024-05-03", "until": "2024-05-03"}, ["visited", "call"]),
        ({"since": "2024-05-04"}, ["call"]),
        ({"since": "2024-06-30"}, ["call"]),
        ({"since": "2024-07-01"}, []),
        ({"until": "2024-05-02"}, ["call"]),
        ({"limit": 1}, ["visited"]),
        ({"actor": "NOR", "status": "actual", "since": "2024-01-01"}, ["visited"]),
    ],
)
def test_events_are_found_by(store, filters, found):
    assert [row.words for row in store.events(**filters)] == found


def test_an_event_without_a_date_never_gets_the_date_of_its_report(store):
    (row,) = store.events(type="ASSAULT")
    assert (row.when, row.first, row.last) == (None, None, None)


def test_a_row_tells_who_where_and_who_says_so(store):
    row = store.events()[0]
    assert row.actors == (
        StoredParty(id="per:rell", name="Marta Rell", country="NOR", sector="GOV"),
    )
    assert (row.place, row.place_country, row.said_by) == ("Osk", "FIN", ("the ministry",))
    assert row.sentence == "Envoy Marta Rell visited Osk on 3 May, the ministry said."


def test_a_party_without_a_name_is_called_by_its_words(store):
    (row,) = store.events(type="ASSAULT")
    assert str(row.actors[0]) == "Troops (MIL)"


@pytest.mark.parametrize("name", ["since", "until"])
def test_a_wrong_date_is_refused_with_the_right_form(store, name):
    with pytest.raises(BadInput, match=rf"{name}: 'May' is not a date; write it like"):
        store.events(**{name: "May"})
