#!/usr/bin/env bash
# Builds a library from the sample documents and asks it three questions: tools/demo.sh BLUENOTE FOLDER
#
# The library is marked as a sample and lies in a folder of its own; yours is not touched.
set -euo pipefail

bluenote=$1
library=$2

ask() {
    echo
    echo "== $1"
    echo "\$ bluenote search '$2'"
    echo
    "$bluenote" --library "$library" search "$2" -k 2
}

echo "Reading the sample documents in corpus/ into $library ..."
"$bluenote" --library "$library" add --sample --bib corpus/library.bib corpus

ask "By meaning: no passage uses these words" \
    'Do blue helmets stop being neutral once they take sides with the host state?'
ask "A UN document by its symbol, also where notes name it short" 'S/RES/2100'
ask "An exact phrase" '"inherits that government’s enemies"'

echo "The same with pages to look at: make ui, then http://127.0.0.1:8501"
