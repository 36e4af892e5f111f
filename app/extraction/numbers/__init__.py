"""Numbers as texts write them, with what bounds them and what makes them no figures at all."""
