"""Vectors searched by sketches first: nearly all of the nearest, scored as SQLite holds them, filters kept."""

import sqlite3

import numpy as np
import pytest

from index.sqlite import bases

COUNT, SIZE, NEAREST = 3000, 64, 20
ROWS = range(11, 11 + 2 * COUNT, 2)


@pytest.fixture(scope="module")
def vectors():
    drawn = np.random.default_rng(1).standard_normal((COUNT, SIZE)).astype(np.float32)
    return (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype("<f2").astype(np.float32)


@pytest.fixture
def connection(vectors):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE passages (row INTEGER PRIMARY KEY)")
    connection.execute("CREATE TABLE vectors (row INTEGER PRIMARY KEY, vector BLOB)")
    connection.executemany("INSERT INTO passages VALUES (?)", [(row,) for row in ROWS])
    connection.executemany(
        "INSERT INTO vectors VALUES (?, ?)",
        [(row, one.astype("<f2").tobytes()) for row, one in zip(ROWS, vectors, strict=True)],
    )
    return connection


@pytest.fixture(params=[1000, 10**6], ids=["sketched", "few"])
def base(connection, monkeypatch, tmp_path, request):
    """Built in parts, written and read again."""
    monkeypatch.setattr(bases, "SKETCHED", request.param)
    monkeypatch.setattr(bases, "_TOGETHER", 700)
    built = bases.built(connection)
    assert built is not None
    built.write(tmp_path / "base")
    return bases.read(tmp_path / "base")


def exact(vectors, asked, admitted=lambda row: True):
    scores = {row: float(one @ asked) for row, one in zip(ROWS, vectors, strict=True) if admitted(row)}
    return dict(sorted(scores.items(), key=lambda pair: -pair[1])[:NEAREST])


def test_nearly_all_of_the_nearest_are_found_with_their_cosines(base, vectors):
    missed = 0
    for asked in vectors[:50]:
        expected, found = exact(vectors, asked), dict(base.nearest(asked, NEAREST, None))
        missed += len(expected.keys() - found.keys())
        assert all(found[row] == pytest.approx(expected[row], abs=1e-5) for row in found.keys() & expected.keys())
        assert list(found.values()) == sorted(found.values(), reverse=True)
    assert missed <= 0.02 * 50 * NEAREST


def test_a_filter_is_exact(base, vectors):
    admitted = np.zeros(ROWS[-1] - 100, bool)  # rows that came later than the filter are not of it
    admitted[::3] = True
    found = base.nearest(vectors[7], NEAREST, admitted)
    assert [row for row, _ in found] == list(
        exact(vectors, vectors[7], lambda row: row < len(admitted) and row % 3 == 0)
    )


def test_fewer_than_asked_for(base, vectors):
    nothing = np.zeros(10, bool)
    assert base.nearest(vectors[0], NEAREST, nothing) == []
    assert len(base.nearest(vectors[0], 2 * COUNT, None)) == COUNT


def test_only_up_to_a_row(connection):
    base = bases.built(connection, until=ROWS[9])
    assert base is not None
    assert len(base) == 10
    assert bases.built(connection, until=1) is None


def test_what_is_no_index_is_not_read(tmp_path):
    (tmp_path / "base").write_bytes(b"no index at all")
    assert bases.read(tmp_path / "base") is None
