"""A researcher's own tables of places, in real folders."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.errors import BadTable
from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.check import check, sound_folder
from dragoman.knowledge.load import COLUMNS
from dragoman.knowledge.places import Kind, KnownPlaces
from dragoman.service.cli import app

RUN = "from dragoman.service.cli import main; main()"
CAMP = "rell-camp|Rell Camp|Camp Rell;Rell|facility|NOR|||69.5|29.1|1|mine|CC0"
GOLAN = "golan-heights|Golan Heights||disputed|SYR|SYR;ISR||33.10|35.80|30|mine|CC0"
POKROVSK = "Pokrovsk||UKR|05|48.29|37.18|704422|mine|CC0"
RELLBY = "Rellby|Rellbye|NOR|05|69.60|29.20||mine|CC0"
NORTH = "NO-99|Rellmark||RM|NOR|99||69.0|29.0|1200|mine|CC0"


def table(folder: Path, name: str, *rows: str) -> Path:
    cells = [row.replace("|", "\t").replace(";", "|") for row in rows]
    lines = ["\t".join(COLUMNS[name]), *cells]
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def place(folder: Path, words: str) -> dict[str, object]:
    """Return what the command tells of a place."""
    asked = ["place", words, "--knowledge", str(folder), "--format", "json"]
    answer = CliRunner().invoke(app, asked)
    assert answer.exit_code == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.parametrize("words", ["Rell Camp", "Camp Rell", "camp rell"])
def test_an_area_of_ones_own_is_known_by_each_of_its_names(tmp_path: Path, words: str) -> None:
    found = place(table(tmp_path, "areas", CAMP), words)
    assert (found["name"], found["precision"], found["latitude"]) == ("Rell Camp", "point", 69.5)
    assert str(found["reason"]).startswith(f"{tmp_path.name}/areas.tsv:2")


def test_an_area_with_an_id_of_ours_takes_its_place_with_all_its_names(tmp_path: Path) -> None:
    known = KnownPlaces.load(None, table(tmp_path, "areas", GOLAN))
    (found,) = known.named("golan heights")
    assert (found.latitude, found.row) == (33.10, f"{tmp_path.name}/areas.tsv:2")
    assert all(p.kind is not Kind.DISPUTED for p in known.named("occupied golan"))
    assert KnownPlaces.load().named("occupied golan")


def test_a_town_with_the_number_of_ours_takes_its_place(tmp_path: Path) -> None:
    known = KnownPlaces.load(None, table(tmp_path, "places_hand", POKROVSK))
    found = [p for p in known.named("pokrovsk") if p.geonames_id == 704422]
    assert [(p.latitude, p.row) for p in found] == [(48.29, f"{tmp_path.name}/places_hand.tsv:2")]
    assert not [p for p in known.named("krasnoarmiisk") if p.kind is Kind.TOWN]


def test_a_town_without_number_takes_the_place_of_ours_in_its_division(tmp_path: Path) -> None:
    row = POKROVSK.replace("704422", "")
    known = KnownPlaces.load(None, table(tmp_path, "places_hand", row))
    towns = [p for p in known.named("pokrovsk") if p.kind is Kind.TOWN]
    assert [p.latitude for p in towns] == [48.29]


def test_divisions_of_ones_own_are_known(tmp_path: Path) -> None:
    table(tmp_path, "admin1", NORTH)
    known = KnownPlaces.load(None, tmp_path)
    assert known.division("NOR", "99") == "Rellmark"
    assert {p.name for p in known.shortened("RM")} == {"Rellmark"}
    assert KnownPlaces.load().division("NOR", "99") is None


def test_of_several_folders_the_later_outweighs(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, row in ((one, CAMP), (two, CAMP.replace("69.5", "70.5"))):
        folder.mkdir()
        table(folder, "areas", row)
    (found,) = KnownPlaces.load(None, one, two).named("rell camp")
    assert found.latitude == 70.5


def test_a_report_is_read_with_the_places_given_and_only_then(tmp_path: Path) -> None:
    folder = table(tmp_path, "places_hand", RELLBY)
    for folders, known in (((folder,), True), ((), False), ((folder,), True)):
        with Knowledge.using(*folders):
            assert bool(KnownPlaces.load().named("rellbye")) == known


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        (
            "areas",
            CAMP.replace("facility", "camp"),
            "no kind of area: 'camp'; the kinds are region",
        ),
        ("areas", CAMP.replace("facility", "city"), "no kind of area: 'city'"),
        ("areas", CAMP.replace("69.5", "north"), "latitude, longitude and geonames_id are numbers"),
        ("areas", CAMP.replace("69.5", "169.5"), "169.5, 29.1 is not on the globe"),
        ("areas", CAMP.replace("|NOR|", "|NRW|"), "country: no such country: NRW"),
        ("areas", CAMP.replace("|NOR||", "|NOR|QQQ|"), "claimants: no such country: QQQ"),
        ("areas", CAMP.replace("|1|mine", "|wide|mine"), "radius_km is a number, not 'wide'"),
        ("areas", CAMP.replace("rell-camp", ""), "no id"),
        ("areas", CAMP.replace("|mine|", "||"), "no source"),
        ("areas", CAMP + "|one|two", "14 cells, but 12 columns"),
        ("places_hand", RELLBY.replace("Rellby|", "|"), "no name"),
        ("places_hand", RELLBY.replace("29.20", ""), "latitude, longitude and geonames_id"),
        ("admin1", NORTH.replace("1200", "many"), "population is a number"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    tmp_path: Path, name: str, row: str, message: str
) -> None:
    table(tmp_path, name, row)
    with pytest.raises(BadTable) as told:
        sound_folder(tmp_path)
    assert f"{tmp_path.name}/{name}.tsv:2: {message}" in str(told.value)


def test_an_id_given_twice_in_a_folder_is_refused(tmp_path: Path) -> None:
    table(tmp_path, "areas", CAMP, CAMP)
    (fault,) = check(tmp_path)
    where = f"{tmp_path.name}/areas.tsv"
    assert fault == f"{where}:3: rell-camp stands at {where}:2 too"


def test_the_command_tells_a_bad_row_in_one_line(tmp_path: Path) -> None:
    table(tmp_path, "areas", CAMP.replace("69.5", "169.5"))
    command = [sys.executable, "-c", RUN, "place", "Rell Camp"]
    told = subprocess.run(
        [*command, "--knowledge", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert f"{tmp_path.name}/areas.tsv:2: 169.5, 29.1 is not on the globe" in told.stderr
