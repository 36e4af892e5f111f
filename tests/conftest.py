"""An assertion of a helper says what it compared, as one of a test does."""

from pathlib import Path

import pytest

pytest.register_assert_rewrite(*(f"tests.{found.parent.name}" for found in Path(__file__).parent.glob("*/__init__.py")))
