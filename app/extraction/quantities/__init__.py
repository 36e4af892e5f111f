"""Measures and counts: units, and the nouns that numbers count."""
