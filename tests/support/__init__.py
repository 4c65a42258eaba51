"""What tests share: one subject a module. Nothing here is a test, and no test module is imported by another."""

import pytest

pytest.register_assert_rewrite("support.axe", "support.opening", "support.publishing")
