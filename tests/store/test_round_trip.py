import duckdb
import pytest
from hypothesis import HealthCheck, given, settings

from dragoman.store import Store, open_store
from dragoman.store.statements import statement

from . import nouns
from .rebuilding import Tables

TABLES = [
    line.split()[2].strip('"')
    for line in statement("schema").splitlines()
    if line.startswith("create table")
]


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "all.duckdb"
    with open_store(path) as store:
        yield store


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=nouns.reports)
def test_every_field_of_every_noun_can_be_read_back_from_the_tables(connection, report):
    connection.add([report], nouns.run())
    tables = Tables(connection, TABLES)
    (row,) = tables.of("report", order="language", id=report.id)
    assert tables.report(row) == report


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=nouns.reports)
def test_the_record_comes_back_as_it_went_in(connection, report):
    connection.add([report], nouns.run())
    assert connection.show(report.id).report == report
    assert list(connection.coded([report.id])) == [report]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=nouns.reports, other=nouns.reports)
def test_a_report_that_is_replaced_leaves_no_row_behind(connection, report, other):
    empty = nouns.replace(other, id=report.id, **dict.fromkeys(_COLLECTIONS, ()))
    connection.add([report, empty], nouns.run())
    for table in set(TABLES) - {"store", "run", "report"}:
        _, rows = connection.sql(f"select 1 from \"{table}\" where report = '{report.id}'")
        assert rows == []


_COLLECTIONS = (
    "sentences",
    "mentions",
    "times",
    "places",
    "attributions",
    "events",
    "statements",
)


def test_a_store_is_a_plain_duckdb_file(tmp_path):
    path = tmp_path / "plain.duckdb"
    with open_store(path) as store:
        assert isinstance(store, Store)
    with duckdb.connect(str(path), read_only=True) as plain:
        assert plain.execute("select count(*) from chronology").fetchone() == (0,)
