import pytest

from dragoman.errors import BadTable
from dragoman.lexicon import read_table


def table(tmp_path, text):
    path = tmp_path / "t.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_give_their_values_by_column_and_their_line(tmp_path):
    path = table(tmp_path, "# a comment\nname\tcode\tcomment\nOslo\tNOR\tcapital\n\nBergen\tNOR\n")
    rows = list(read_table(path, ("name", "code")))
    assert [(r["name"], r.line) for r in rows] == [("Oslo", 3), ("Bergen", 5)]


def test_a_column_can_hold_several_values(tmp_path):
    path = table(tmp_path, "name\taliases\nTürkiye\tTurkey| Turkiye |\n")
    (row,) = read_table(path, ("name", "aliases"))
    assert row.many("aliases") == ("Turkey", "Turkiye")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\nOslo\n", "columns are"),
        ("name\tcode\nOslo\tNOR\tx\ty\n", "t.tsv:2: 4 cells"),
        ("# only a comment\n", "no header line"),
    ],
)
def test_a_wrong_table_is_refused_with_file_and_line(tmp_path, text, message):
    with pytest.raises(BadTable, match=message):
        list(read_table(table(tmp_path, text), ("name", "code")))
