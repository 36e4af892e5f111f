"""Percentages, points, and fractions that stand for them."""
