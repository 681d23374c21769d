import json

import pytest
from typer.testing import CliRunner

from dragoman.service.cli import app


def run(*words):
    return CliRunner().invoke(app, list(words))


def test_who_tells_the_actor_and_the_reason():
    lines = dict(line.split(maxsplit=1) for line in run("who", "Turkey").stdout.splitlines())
    assert lines["country"] == "TUR"
    assert lines["reason"]


def test_when_tells_each_time_with_its_words():
    answer = run("when", "They met last Tuesday.", "--published", "2025-08-21", "--format", "json")
    assert json.loads(answer.stdout)["value"] == "2025-08-19"


def test_a_time_is_quoted_from_the_words():
    answer = run("when", "They met last Tuesday.", "--published", "2025-08-21")
    assert "“last Tuesday”" in answer.stdout


def test_place_tells_the_country_asked_for():
    answer = run("place", "Springfield", "--country", "usa", "--format", "json")
    assert json.loads(answer.stdout)["country"] == "USA"


@pytest.mark.parametrize("command", ["who", "when", "place"])
def test_no_words_at_all_are_wrong_use(command):
    answer = run(command, " ")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "WORDS is empty" in answer.stderr


def test_a_place_not_known_in_a_country_names_the_country():
    answer = run("place", "Springfield", "--country", "FRA")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "within FRA" in answer.stderr


@pytest.mark.parametrize("command", ["who", "when", "place"])
def test_words_that_name_nothing_end_with_one(command):
    answer = run(command, "zzqx")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "'zzqx'" in answer.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["who", "Turkey", "--on", "2019"],
        ["when", "today", "--published", "today"],
        ["place", "Osk", "--country", "ZZZ"],
        ["place", "Osk", "--format", "xml"],
    ],
)
def test_wrong_use_ends_with_two(words):
    answer = run(*words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert words[2] in answer.stderr
