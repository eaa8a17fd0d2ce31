"""The commands of `bluenote`, one module each; `ui.cli` puts them together."""
