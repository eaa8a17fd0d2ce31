"""What a terminal, a pipe and a file with tricks in it get to see."""

import os
import pty
import subprocess
import sys

import pytest

from ui.terminal import readable

LONG = "word " * 60
SAY = f"from ui.terminal import say; say(('head ', 'bold'), {LONG!r}, indent=4)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b]0;title\x07b", "a\\x1b]0;title\\x07b"),
        ("a\x9b2Jb", "a\\x9b2Jb"),
        ("one\ntwo\tthree", "one two three"),
        ("pay \u202eRLO", "pay \\u202eRLO"),
        ("“Côte d’Ivoire” – S/RES/2100", "“Côte d’Ivoire” – S/RES/2100"),
        ("[bold]no markup[/bold] :smile:", "[bold]no markup[/bold] :smile:"),
    ],
)
def test_readable(text: str, expected: str) -> None:
    assert readable(text) == expected


def test_a_pipe_gets_one_plain_line() -> None:
    done = subprocess.run([sys.executable, "-c", SAY], capture_output=True, text=True, check=True)
    assert done.stdout == f"    head {LONG}\n"


def test_a_terminal_gets_wrapped_and_indented_lines() -> None:
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm-256color"}
    subprocess.run([sys.executable, "-c", SAY], stdout=slave, env=environment, check=True)
    os.close(slave)
    lines = os.read(master, 100_000).decode().replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines()
    os.close(master)
    assert len(lines) > 4
    assert all(line.startswith("    ") for line in lines)
    assert max(map(len, lines)) <= 60


def test_markup_in_a_title_is_text() -> None:
    code = "from ui.terminal import say; say('[red]Title[/red] :boom: \\x1b[2J')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[red]Title[/red] :boom: \\x1b[2J\n"


def test_json_is_utf8_in_any_locale() -> None:
    code = "from ui.terminal import say_json; say_json({'title': 'Côte d’Ivoire', 'file': 'a\\udce9.pdf'})"
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert done.stdout.decode("utf-8") == '{\n  "title": "Côte d’Ivoire",\n  "file": "a\\udce9.pdf"\n}\n'
