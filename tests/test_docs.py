import re
from pathlib import Path

import msgspec
import pytest

import dragoman.record as nouns
from docs.make_commands import commands
from docs.renew import PAGES, ROOT, renewed
from dragoman.errors import DragomanError
from dragoman.pipeline import STAGES

DOCS = ROOT / "docs"
LINKING = (*PAGES, *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md", "data/README.md")))
LINKS = [
    (page.relative_to(ROOT).as_posix(), target)
    for page in LINKING
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    if not target.startswith(("http://", "https://", "mailto:"))
]
TABLES = sorted(path.relative_to(ROOT) for path in (ROOT / "src/dragoman").rglob("*.tsv"))
TYPES = (
    "Report", "Event", "Concern", "Quantity", "Evidence", "Actor", "Party", "Mention", "Time",
    "When", "Place", "Attribution", "SaidBy", "Statement", "Topic", "Relation",
)  # fmt: skip
FIELDS = [(name, field) for name in TYPES for field in getattr(nouns, name).__struct_fields__]
ENUMS = ("Status", "Basis", "MentionKind", "TimeBasis", "TimeKind", "Precision", "PublishedBasis",
         "Speech", "VerbClass")  # fmt: skip


def text(path):
    return Path(path).read_text(encoding="utf-8")


def ids(path):
    return path.relative_to(ROOT).as_posix()


def steady(page):
    """Return a page without the numbers of table lines, which move with every row added."""
    return re.sub(r"(\.tsv):\d+", r"\1", page)


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_a_page_shows_what_its_commands_and_lines_give(page, coder):
    # where this fails, `make docs` rewrites the page, and `git diff` shows what has changed
    assert steady(renewed(text(page), coder)) == steady(text(page))


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize(("page", "target"), LINKS)
def test_a_link_leads_somewhere(page, target):
    path, _, part = target.partition("#")
    found = (ROOT / page).parent / path if path else ROOT / page
    assert found.exists()
    if part:
        headings = re.findall(r"^#+ (.*)$", text(found), re.MULTILINE)
        assert part in {anchor(heading) for heading in headings}


OPTIONS = [
    (name, option) for name, known in commands().items() for p in known.params for option in p.opts
]


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_of_every_command_is_told(command, option):
    section = text(DOCS / "commands.md").split(f"### {command}\n")[1].split("\n### ")[0]
    assert f"`{option}" in section or not option.startswith("-")


@pytest.mark.parametrize("code", ["0", "1", "2", "130", "141"])
def test_every_exit_code_is_told(code):
    assert f"| {code} |" in text(DOCS / "commands.md")


@pytest.mark.parametrize("stage", [stage.name for stage in STAGES])
def test_every_stage_is_told(stage):
    assert f"| `{stage}` |" in text(DOCS / "architecture.md")


@pytest.mark.parametrize(("noun", "field"), FIELDS)
def test_every_field_of_every_noun_is_told(noun, field):
    assert f"`{field}`" in text(DOCS / "reading-a-record.md")


@pytest.mark.parametrize("name", ENUMS)
def test_every_value_of_a_closed_list_is_told(name):
    page = text(DOCS / "reading-a-record.md")
    assert [value for value in getattr(nouns, name) if f"`{value.value}`" not in page] == []


@pytest.mark.parametrize("kind", DragomanError.__subclasses__())
def test_every_kind_of_error_is_told(kind):
    assert f"`{kind.__name__}`" in text(DOCS / "python.md")


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_table_is_told_with_its_purpose_and_its_origin(table):
    assert table.name in text(DOCS / "correcting.md")
    assert table.name in text(ROOT / "data/README.md")


def test_the_nouns_are_all_described():
    structs = {
        name
        for name in nouns.__all__
        if isinstance(getattr(nouns, name), type)
        and issubclass(getattr(nouns, name), msgspec.Struct)
    }
    assert structs - set(TYPES) == {"Span"}


@pytest.mark.parametrize("page", [*LINKING, ROOT / "NOTICE"], ids=ids)
def test_no_page_names_a_machine(page):
    assert not re.search(r"/(?:home|root|work|tmp|Users)/", text(page))
