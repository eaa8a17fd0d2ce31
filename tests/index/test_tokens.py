import numpy as np
import pytest

from index.encoding.tokens import coded, decoded


@pytest.fixture(params=[384, 10])
def vectors(request):
    drawn = np.random.default_rng(7).normal(size=(40, request.param)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def test_two_bits_a_dimension_keep_the_direction(vectors):
    codes = coded(vectors)
    assert codes.dtype == np.uint8
    assert codes.shape == (40, -(-vectors.shape[1] // 4))
    back = decoded(codes, vectors.shape[1])
    assert np.linalg.norm(back, axis=1) == pytest.approx(np.ones(40), abs=1e-5)
    assert (back * vectors).sum(axis=1).mean() > 0.93, "Max's four levels keep 0.94 of a normal distribution"
    assert ((vectors @ back.T).argmax(axis=0) == np.arange(40)).all()


def test_bytes_that_were_stored_can_be_read_back(vectors):
    stored = np.frombuffer(coded(vectors).tobytes(), np.uint8).reshape(len(vectors), -1)
    assert (decoded(stored, vectors.shape[1]) == decoded(coded(vectors), vectors.shape[1])).all()


def test_no_tokens():
    assert coded(np.empty((0, 384), np.float32)).shape == (0, 96)
    assert decoded(np.empty((0, 96), np.uint8), 384).shape == (0, 384)
