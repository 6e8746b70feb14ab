"""The house rules that a machine can check: budgets, docstrings, rooms, and nothing that names a machine."""

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("commands", "crawler", "pipelines", "db", "demo")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
NAMES = [str(path.relative_to(ROOT)) for path in MODULES]
MOST_LINES, MOST_FUNCTION_LINES, MEDIAN_FUNCTION_LINES = 260, 45, 10


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_module_says_what_lives_in_it_and_fits_on_a_few_screens(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "the first line must say what lives here"
    assert text.count("\n") <= MOST_LINES
    assert path.name not in ("utils.py", "helpers.py")


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_a_function_fits_on_half_a_screen(path):
    assert [(f.name, length(f)) for f in functions(path) if length(f) > MOST_FUNCTION_LINES] == []


def test_the_median_function_is_short():
    assert statistics.median(length(f) for path in MODULES for f in functions(path)) < MEDIAN_FUNCTION_LINES


def test_the_migrations_folder_does_not_shadow_the_library():
    import alembic

    assert not (ROOT / "alembic" / "__init__.py").exists()
    assert "site-packages" in str(alembic.__file__)


def test_only_the_adapter_knows_scrapy_below_the_crawler():
    imports = re.compile(r"^\s*(?:from|import) (?:scrapy|twisted)\b", re.MULTILINE)
    offenders = [
        name for name, path in zip(NAMES, MODULES, strict=True) if name.startswith(("pipelines/", "db/")) and imports.search(path.read_text(encoding="utf-8"))
    ]
    assert offenders == ["pipelines/item_pipelines.py"]


def test_no_file_names_a_package_index_or_a_machine():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    forbidden = re.compile("pypi" + r"\.org|python" + r"hosted\.org|(?<![\w/])/(?:wor" + "k|ro" + "ot)/")
    texts = {name: (ROOT / name).read_text(encoding="utf-8", errors="ignore") for name in listed if (ROOT / name).is_file()}
    assert [name for name, text in texts.items() if forbidden.search(text)] == []
