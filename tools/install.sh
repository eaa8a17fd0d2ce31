#!/usr/bin/env bash
# Makes the environment that Bluenote runs in: tools/install.sh FOLDER [PYTHON]
#
# torch comes first and in a call of its own, in a build for the processor alone: PyPI's build for Linux draws CUDA, several
# GB of it. TORCH_INDEX names another index to take it from (one with CUDA builds, a mirror). Everything else is pinned with its
# hashes in requirements.lock.
set -euo pipefail

folder=$1
python=${2:-python3}
cd "$(dirname "$0")/.."

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Bluenote needs Python 3.11 or later; name one with: make PYTHON=python3.12 ..." >&2
    exit 2
}

say() { echo "install: $*"; }
pip() { "$folder/bin/python" -m pip --disable-pip-version-check --quiet --quiet "$@"; }
torch=$(sed -n 's/.*"torch==\([0-9.]*\)".*/\1/p' pyproject.toml)

say "environment in $folder"
"$python" -m venv "$folder"
pip install 'pip==26.3'

say "torch $torch, for the processor alone (about 200 MB)"
if [ -n "${TORCH_INDEX:-}" ]; then
    pip install --no-deps --index-url "$TORCH_INDEX" "torch==$torch"
elif [ "$(uname -s)" = Darwin ]; then
    pip install --no-deps "torch==$torch"
else
    # "+cpu" can't be met by PyPI, which takes no local versions: either a CPU build is at hand, or PyTorch's index has it.
    pip install --no-deps "torch==$torch+cpu" 2>/dev/null ||
        pip install --no-deps --index-url https://download.pytorch.org/whl/cpu "torch==$torch+cpu"
fi

say "$(grep -c '^[a-z].*==' requirements.lock) pinned packages"
pip install --no-deps --require-hashes --requirement requirements.lock
pip install --no-deps --no-build-isolation --editable .
pip check
say "done"
