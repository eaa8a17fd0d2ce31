import pytest

from ingest.words import language
from ingest.words.language import language_of

SAMPLES = {
    "en": "The mission was deployed to Mali in 2013 to protect civilians, and was to support the peace process. ",
    "fr": "La mission fut déployée au Mali dans une période de guerre pour protéger les civils et soutenir la paix. ",
    "de": "Die Mission wurde in den Norden entsandt, und der Schutz von Zivilisten ist das Ziel, das nicht gilt. ",
    "es": "La misión fue desplegada por el Consejo para proteger a los civiles y apoyar las autoridades del país. ",
    "it": "La missione è stata inviata per proteggere i civili e il processo di pace, che gli accordi nel paese sono. ",
    "sv": "Insatsen skickades till Mali för att skydda civilbefolkningen och stödja fredsprocessen i landet. ",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_the_language_of(code):
    assert language_of(SAMPLES[code] * 4) == code


def test_common_languages_are_told_without_unpacking_the_model(monkeypatch):
    monkeypatch.setattr(language, "_asked", lambda text: "the model was asked")
    assert {language_of(SAMPLES[code] * 4) for code in ("en", "fr", "de", "es", "it")} == {"en", "fr", "de", "es", "it"}


@pytest.mark.parametrize("text", ["", "Ibid., 5.", "12 34 56 " * 40, "sjdhf kjsdhf kjhsd fkjhsd " * 20])
def test_none_can_be_told_of(text):
    assert language_of(text) == "und"
