import numpy as np
import pytest

from index.encoding.tokens import coded, cosines


@pytest.fixture(params=[384, 10])
def vectors(request):
    drawn = np.random.default_rng(7).normal(size=(40, request.param)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def test_two_bits_a_dimension_keep_the_direction(vectors):
    codes = coded(vectors)
    assert codes.dtype == np.uint8
    assert codes.shape == (40, -(-vectors.shape[1] // 4))
    like = cosines(vectors, [codes])
    assert np.diag(like).mean() > 0.93, "Max's four levels keep 0.94 of a normal distribution"
    assert (like.argmax(axis=0) == np.arange(40)).all()


def test_what_was_coded_has_length_1(vectors):
    each_dimension = cosines(np.eye(vectors.shape[1], dtype=np.float32), [coded(vectors)])
    assert np.linalg.norm(each_dimension, axis=0) == pytest.approx(np.ones(40), abs=1e-5)


def test_texts_stand_one_after_another(vectors):
    codes = coded(vectors)
    nothing = np.empty((0, 0), np.uint8)
    parted = cosines(vectors, [codes[:3], nothing, codes[3:]])
    assert parted == pytest.approx(cosines(vectors, [codes]), abs=1e-6)


def test_bytes_that_were_stored_can_be_read_back(vectors):
    stored = np.frombuffer(coded(vectors).tobytes(), np.uint8).reshape(len(vectors), -1)
    assert (cosines(vectors, [stored]) == cosines(vectors, [coded(vectors)])).all()


def test_no_tokens():
    assert coded(np.empty((0, 384), np.float32)).shape == (0, 96)
    assert cosines(np.empty((2, 384), np.float32), []).shape == (2, 0)
