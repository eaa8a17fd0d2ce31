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
"$bluenote" --library "$library" add --sample --jobs 2 --bib corpus/library.bib corpus

ask "By meaning: the passage speaks of cholera, claims and immunity" 'Were the sick ever compensated for the epidemic?'
ask "A UN document by its symbol, also where the text says it in prose" 'S/RES/2098'
ask "An exact phrase, in quotes" '"inherits that government’s enemies"'

echo "Ask it more: $bluenote --library $library search \"...\""
echo "The same with pages to look at: make ui, then http://127.0.0.1:8501"
