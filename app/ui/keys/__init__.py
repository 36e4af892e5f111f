"""The keys of every act: those that it comes with, and those that the person gave it."""
