"""The words of the trade as values: frozen, keyword-only, standard library only, no input or output."""
