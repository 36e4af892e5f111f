"""Claims: listed, decided, corrected, pointed at, remarked on."""
