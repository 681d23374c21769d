import importlib.metadata
import json

import jsonschema
import pytest
from typer.testing import CliRunner

from dragoman.errors import BadInput
from dragoman.readers import Failure, read
from dragoman.service import about
from dragoman.service.cli import app
from dragoman.settings import Settings, read_settings
from tests.store.test_events import built


def run(*words):
    return CliRunner().invoke(app, list(words))


def test_the_schema_fits_the_record():
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(built().to_json()), schema)


def test_the_version_is_told():
    assert run("--version").stdout == f"dragoman {importlib.metadata.version('dragoman')}\n"


@pytest.mark.parametrize("part", ["python", "parser", "tables", "run", "gazetteer", "disk, here"])
def test_the_doctor_looks_at(part):
    assert f"ok     {part} " in run("doctor").stdout


def test_the_doctor_names_what_is_wrong(monkeypatch):
    monkeypatch.setattr("dragoman.service.examining.MODEL_DIGEST", "another")
    answer = run("doctor")
    assert answer.exit_code == 1
    assert "WRONG  parser" in answer.stdout
    assert "1 of these must be put right" in answer.stderr


def test_every_example_can_be_read():
    files = list(about.example_folder().glob("[0-9]*.md"))
    found = [one for file in files for one in read(file)]
    assert len(found) >= 16
    assert not [failure for failure in found if isinstance(failure, Failure)]


def test_the_demo_writes_a_brief_of_the_examples():
    answer = run("demo")
    assert answer.exit_code == 0
    assert "“" in answer.stdout
    assert "coded events" in answer.stderr


@pytest.mark.parametrize("command", ["code", "add", "events", "show", "brief", "sql", "demo"])
def test_every_command_explains_itself(command):
    answer = run(command, "--help")
    assert answer.exit_code == 0
    assert "Usage" in answer.stdout


def test_no_command_at_all_shows_the_commands():
    answer = run()
    assert answer.exit_code == 2
    assert "brief" in answer.stdout + answer.stderr


def test_settings_come_from_the_environment(tmp_path):
    file = tmp_path / "record.duckdb"
    given = {"DRAGOMAN_STORE": str(file), "DRAGOMAN_PROCESSES": "2"}
    assert read_settings(given) == Settings(store=file, processes=2)
    assert read_settings({}) == Settings(store=None, processes=1)


@pytest.mark.parametrize("words", ["0", "two", "-1", "1.5", "²"])
def test_a_wrong_setting_is_named(words):
    with pytest.raises(BadInput, match="DRAGOMAN_PROCESSES"):
        read_settings({"DRAGOMAN_PROCESSES": words})
