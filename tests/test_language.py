"""The small words of a text tell its language; where they say little, it is English."""

import pytest

from newslint.analyses.text.language import guess

TEXTS = {
    "en": "The council met on Monday to decide what is to become of the bridge that the flood has damaged.",
    "de": "Der Rat hat am Montag beraten, was aus der Brücke werden soll, die von dem Hochwasser beschädigt ist.",
    "fr": "Le conseil est réuni lundi pour décider du sort du pont que la crue de la rivière a endommagé dans la nuit.",
    "es": "El consejo se reunió el lunes para decidir el futuro del puente que la crecida del río dañó en la noche.",
    "it": "Il consiglio si è riunito lunedì per decidere del ponte che la piena del fiume ha danneggiato nella notte.",
    "nl": "De raad is maandag bijeen om te beslissen over de brug die door het hoge water van de rivier is beschadigd.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_paragraph_is_told(language):
    assert guess(TEXTS[language]) == language


def test_days_and_months_tell_the_language_of_two_sentences():
    assert (
        guess("Brücke ist zu\n\nSeit Montag, 3. März, ist sie zu, sagt Huber. Ab Mittwoch, 5. März, ist sie offen.")
        == "de"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le Monde",
        "Team: De Gea, Van de Ven, De la Cruz, El Ghazi, Di Maria, Van der Sar",
        "Montag April",
        "12 000 €",
        "“Der Spiegel” said so, and the paper was right about it.",
    ],
)
def test_what_says_too_little_is_english(text):
    assert guess(text) == "en"


def test_a_foreign_notice_above_an_english_story_does_not_make_it_foreign():
    assert guess(TEXTS["de"] * 3 + TEXTS["en"] * 20) == "en"


def test_an_english_notice_above_a_foreign_story_does_not_make_it_english():
    assert guess(TEXTS["en"] * 3 + TEXTS["de"] * 20) == "de"
