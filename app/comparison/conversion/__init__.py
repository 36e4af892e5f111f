"""Figures on another basis: later prices, another currency, by the year or in all."""
