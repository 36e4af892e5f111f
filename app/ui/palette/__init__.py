"""One line in which every act, place, topic and article can be found by its words."""
