"""Amounts of money, and the currencies they are in."""
