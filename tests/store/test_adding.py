import pytest

from dragoman.errors import BadInput
from dragoman.record import Status
from dragoman.store import Added, open_store

from .nouns import event, party, replace, report, run

TEXT = "Marta Rell visited Osk on 3 May 2024."


def coded(text=TEXT, **fields):
    bare = report(text, **fields)
    made = event(bare.id, 0, text, "visited", actors=(party(text, "Marta Rell"),))
    return replace(bare, events=(made,))


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "record.duckdb") as opened:
        yield opened


def count(store, table="report"):
    return store.sql(f"select count(*) from {table}")[1][0][0]


def test_a_report_is_new_the_first_time(store):
    assert store.add([coded()], run()) == Added(new=1, unchanged=0, replaced=0)
    assert count(store) == count(store, "event") == 1


def test_adding_twice_changes_nothing(store):
    store.add([coded()], run())
    before = store.sql("from report")[1], store.sql("from event")[1], store.sql("from run")[1]
    assert store.add([coded()], run()) == Added(new=0, unchanged=1, replaced=0)
    assert (store.sql("from report")[1], store.sql("from event")[1]) == before[:2]
    assert store.sql("from run")[1] == before[2]


def test_the_same_report_twice_in_one_call_is_stored_once(store):
    assert store.add([coded(), coded()], run()) == Added(new=1, unchanged=1, replaced=0)
    assert count(store) == count(store, "event") == 1


def test_another_run_replaces_the_coding(store):
    store.add([coded()], run(1))
    other = replace(coded(), events=(event(coded().id, 0, TEXT, "visited", mode=None),))
    assert store.add([other], run(2)) == Added(new=0, unchanged=0, replaced=1)
    assert store.sql("select mode from event")[1] == [(None,)]
    assert store.sql("select run from report")[1] == [(run(2).id,)]


def test_the_runs_of_a_store_are_counted_by_their_reports(store):
    store.add([coded()], run(1))
    store.add([coded(f"{TEXT} Again.")], run(2))
    assert sorted(store.runs(), key=lambda r: r[0].dragoman) == [(run(1), 1), (run(2), 1)]


def test_a_report_with_other_coding_by_the_same_run_is_replaced(store):
    store.add([coded()], run())
    assert store.add([coded(published="2024-05-04")], run()).replaced == 1


def test_more_reports_than_one_batch_are_all_stored(store):
    reports = [coded(f"{TEXT} Line {n}.") for n in range(75)]
    assert store.add(reports, run()).new == 75
    assert count(store) == count(store, "event") == 75


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_what_was_coded_before_an_interrupt_is_stored(store, stop):
    def coding():
        for n in range(40):
            yield coded(f"{TEXT} Line {n}.")
        raise stop

    with pytest.raises(stop):
        store.add(coding(), run())
    assert count(store) == count(store, "event") == 40


def test_a_batch_that_cannot_be_written_leaves_nothing_of_itself(store):
    store.add([coded()], run())
    clash = replace(coded(f"{TEXT} Again."), events=coded().events)
    with pytest.raises(Exception, match=r"what was stored before is kept"):
        store.add([coded(f"{TEXT} More."), clash], run())
    assert count(store) == count(store, "event") == 1


def test_a_coded_report_need_not_be_coded_again(store):
    store.add([coded()], run())
    assert store.has(report(TEXT), run().id)


def test_a_report_that_is_not_there_must_be_coded(store):
    assert not store.has(report(TEXT), run().id)


def test_a_report_of_another_run_must_be_coded_again(store):
    store.add([coded()], run(1))
    assert not store.has(report(TEXT), run(2).id)


def test_a_report_whose_date_is_known_now_must_be_coded_again(store):
    store.add([coded()], run())
    assert not store.has(report(TEXT, published="2024-05-04"), run().id)


def test_a_date_that_is_left_out_now_is_taken_as_it_was(store):
    store.add([coded(published="2024-05-04")], run())
    assert store.has(report(TEXT), run().id)


def test_an_event_id_shows_the_report_and_the_event(store):
    store.add([coded()], run())
    shown = store.show(coded().events[0].id)
    assert shown == (coded(), coded().events[0])


def test_a_report_id_shows_the_report_alone(store):
    store.add([coded()], run())
    assert store.show(coded().id) == (coded(), None)


def test_an_unknown_id_is_refused_with_advice(store):
    with pytest.raises(BadInput, match=r"no report and no event 'nowhere'.*dragoman events"):
        store.show("nowhere")


def test_reports_are_listed_with_the_number_of_their_events(store):
    store.add([coded(published="2024-05-04")], run())
    (row,) = store.reports()
    assert (row.id, row.events, row.statements, row.run) == (coded().id, 1, 0, run().id)


def test_coded_reports_come_oldest_first_and_undated_last(store):
    dates = {"b": "2024-05-04", "a": None, "c": "2023-01-01"}
    store.add([coded(f"{TEXT} {k}", published=d) for k, d in dates.items()], run())
    assert [r.text[-1] for r in store.coded()] == ["c", "b", "a"]


def test_a_query_returns_columns_and_rows(store):
    store.add([coded()], run())
    columns, rows = store.sql("select words, status from chronology")
    assert columns == ("words", "status")
    assert rows == [("visited", Status.ACTUAL.value)]


@pytest.mark.parametrize(
    "query",
    [
        "delete from report",
        "with gone as (delete from report returning id) select * from gone",
        "explain analyze delete from report",
        "drop table report",
        "copy report to 'out.csv'",
        "commit",
        "set memory_limit = '1GB'",
        "attach 'other.duckdb' as other",
        "select * from read_csv('/etc/hostname')",
        "select 1; select 2",
        "select * from nowhere",
        "selekt 1",
        "",
    ],
)
def test_a_query_that_is_wrong_or_would_write_is_refused(store, query):
    store.add([coded()], run())
    with pytest.raises(BadInput):
        store.sql(query)
    assert count(store) == 1


@pytest.mark.parametrize(
    "query", ["from event", "show tables", "explain select 1", "pivot event on status"]
)
def test_a_query_that_reads_is_answered(store, query):
    store.add([coded()], run())
    assert store.sql(query)[1]
