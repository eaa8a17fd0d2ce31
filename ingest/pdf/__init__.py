"""The file: opened, its pages' lines and pictures, before any judgement."""
