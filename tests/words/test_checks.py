"""What a check is called is what its playbook is called, in each language."""

import pytest

from frontdesk.domain.checks.shipped import SHIPPED
from frontdesk.files.playbook_file import shipped
from frontdesk.words import i18n
from frontdesk.words.checks import check_word


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_check_is_called_as_its_playbook(language: str) -> None:
    i18n.use(language)
    try:
        assert {check.key: check_word(check) for check in SHIPPED} == {
            check.key: shipped(language)[check.playbook].title for check in SHIPPED
        }
    finally:
        i18n.use("en")
