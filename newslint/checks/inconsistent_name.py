"""One person's name spelled two ways in one story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.analyses.names.pairs import SpellingPair, pairs
from newslint.analyses.names.particles import particles
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story

MOST_RELATED = 12  # places; a name may stand a hundred times
MOST_PARAGRAPHS = 3  # that have a finding each; a slip in more is one way of the story to write a name


class InconsistentName(Rule):
    """A name spelled two ways is misspelled at least once, and the person it belongs to will be the first to notice.

    The story cannot say which spelling is right: the one it uses less often is marked and the other is shown.
    """

    id = "inconsistent-name"
    topic = "names"
    finds = "Two spellings of one name in a story"
    message = "this name is spelled another way elsewhere in the story"
    in_quotes = "both"
    when = {"language": ("en",)}  # elsewhere endings change with the case
    examples = (
        Bad(
            "Volodymyr ((Zelenskyy)) spoke first. [[Zelensky]] then left, and ((Zelenskyy)) did not return.",
            fixed="Volodymyr Zelenskyy spoke first. Zelenskyy then left, and Zelenskyy did not return.",
            message="“Zelensky” is spelled “Zelenskyy” elsewhere in this story (2 times)",
        ),
        Bad(
            "Mayor Lena ((Pereira)) opened the bridge. “It was time,” [[Perreira]]’s deputy said.",
            fixed="Mayor Lena Pereira opened the bridge. “It was time,” Pereira’s deputy said.",
            note="a tie: the later form is the odd one; the possessive ending stays",
        ),
        Bad(
            "Donald ((Trump)) won.\nDonald ((Trump)) spoke.\nThen Donald [[Tromp]] left, and Mr. ((Tromp)) left too.",
            note="every further place of the odd form is related too",
        ),
        Bad("((Marco)) Keller ran. Later ((Marco)) Keller won. Only [[Mario]] Keller was pleased."),
        Bad("Sen. ((Ted)) Sandoval won. ((Ted)) Sandoval spoke. “No,” said [[Tod]] Sandoval, who left."),
        Bad(
            "((Donald)) Ekholm spoke. Later [[Donals]] Ekholm left.",
            note="an ending makes another word, but no first name",
        ),
        Bad("((Allen)) Ekholm spoke. ((Allen)) Ekholm sang. Then [[Alan]] Ekholm left."),
        Bad(
            "((Donald)) Ekholm met Ronald Sandoval. Later Ronald Sandoval and [[Ronald]] Ekholm left.",
            message="“Ronald” is spelled “Donald” elsewhere in this story (once): one of the two is wrong",
            note="only those of one surname are compared; what the story does not settle is shown, not changed",
        ),
        Good("The Harbour asked twice. The Harbour answered. Each HarbourID is one number."),
        Good("Erik Sandoval and Erick Sandoval ran the farm.", note="two people, named in one breath"),
        Good("Judge Maria Ekholm is a sister of the mayor, Marie Ekholm."),
        Good("Karl Johansson left. The Johanssons met Ana Johannsen. Johannsen left."),
        Good("Paul Ekholm wed. Paula Ekholm spoke. James Ekholm wept, Jamie Ekholm too."),
        Bad("Robert ((Preston)) wrote it. Mr [[Peston]] would not say more."),
        Bad("Brian [[Hassell]] signed. ((Hassel)) smiled. “No,” said ((Hassel)), and ((Hassel)) left."),
        Bad("Jan ((Díaz)) ran. [[Diaz]] fell.", fixed="Jan Díaz ran. Díaz fell."),
        Bad(
            "Vitaliy ((Klychko)) came. [[Klitschko]] spoke, said Oleh ((Gaiday)). “I agree,” said [[Haidai]].",
            note="letters that transliteration swaps",
        ),
        Bad("Shares of ((Arcelor)) rose. Analysts praised ((Arcelor)). By noon [[Arcleor]] had fallen."),
        Bad(
            "Olena ((Kovalenko)) came. “I told [[Kovalenka]] so,” said the mayor.",
            note="what stands in a quotation is shown, not changed",
        ),
        Good("Volodymyr Zelenskyy spoke. Zelenskyy then left. Zelenskyy's aide stayed."),
        Good(
            "James O’Neill spoke. “Yes,” O'Neill said.", note="the glyph of the apostrophe is another rule's business"
        ),
        Good("Africa grew. An African bank lent. Africans saved. Slovakia and the Slovaks won, as did Slovenia."),
        Good("Hillary Clinton came. The Clintons and both Clinton aides left. Clintonite Democrats stayed."),
        Good("Steve Thompson batted. Jeff Thomson bowled. Thompson and Thomson met again.", note="two people"),
        Good("Ayatollah Ruhollah Khomeini died. Ali Khamenei followed. Khomeini had chosen Khamenei."),
        Good("Liz Cheney lost. She spoke in Cheyenne on Monday."),
        Good("Eric Garner died. Erica Garner, his daughter, spoke."),
        Good("Xi Jinping met Li Keqiang. Joining them was Lee Hsien Loong."),
        Good("Phil Greenwood scored. : Robinson, Tindall, Noon, Greenwold, Lewsey.", note="a line-up names others"),
        Good("Tom Howe won. New Zealand: Muliaina, Howlett, Hore, Rokocoko (Smith 70)."),
        Good("Robin van Persie scored. Van Persie left, and the crowd sang for Van Persie."),
        Bad("Ari ((VanTuyl)) won. ((VanTuyl)) sang. Later [[Vantuyl]] was glad.", note="capitals inside a name"),
        Bad("Ruud ((van de Laar)) won. Then [[van De Laar]] sang.", note="and those of its small words"),
        Bad("Nadir ((al-Masri)) won. Later [[el-Masri]] sang.", note="an article written two ways"),
        Bad(
            "Carla ((Béland)) ran. Later [[Beland]] fell.",
            fixed="Carla Béland ran. Later Béland fell.",
            note="an accent, by the full name",
        ),
        Bad(
            "They met in the [[Halvrosen]] building.\nIt is named for Olaf ((Halvorsen)).",
            fixed="They met in the Halvorsen building.\nIt is named for Olaf Halvorsen.",
            note="beside the first name a name is right",
        ),
        Bad(
            "Tarik ((Osmanovic)) spoke first. [[Osmanovik]] was there all night. ((Osmanovik)) left at dawn.",
            fixed="Tarik Osmanovic spoke first. Osmanovic was there all night. Osmanovic left at dawn.",
            note="introduced right and then wrong twice",
        ),
        Bad("Cllr Jean ((Hathersage)) spoke first. Cllr [[Hathersge]] spoke last.", note="titles of all ranks"),
        Bad("((Quillane)) & Sons built it. [[Quillain]] & Sons mended it.", note="one firm, by its partners"),
        Bad("The towns are [[Lievrpool]], Crewe and Chester. Trains to ((Liverpool)) and from ((Liverpool)) ran."),
        Good("Snow fell in Shanxi and Henan. Roads in Shaanxi were shut, and trains in Shaanxi late."),
        Good("Homophobia grew. Homophobic slurs were heard. Homophobia must end."),
        Good("The writer Paul Binder spoke. Binder still laughs. He told The Finder so."),
        Good("Batman returned. Two Batmen met."),
        Good("Gerard Hassan-Smith spoke. Hassan then left. Nadia As-Saba spoke. Saba left."),
        Good("Maryam Mohamed spoke. Mohammed Salah played."),
        Good("Tony Blair spoke for Labour. The Tory leader replied: Tory plans, Tory votes, Tory cuts, Tory lies."),
        Good("Sam Rose won. The band played its “Little Rope” tour. Rope ladders hung from Night Mode."),
        Good("India-controlled Kashmir and Indian-controlled Kashmir, and Indian-controlled land."),
        Good("A song by Alan Rogers and Smith. “Yes,” said Deputy Administrator Lee of the Administration."),
        Bad("A musical by ((Rodgers)) and Hammerstein. [[Rogers]] and Hammerstein wrote more."),
        Bad(
            "Lars ((Ekdersen)) won. ((Ekdersen)) sang. Later [[Ekderson]] left.", note="-sen and -son are one ending"
        ),
        Bad(
            "The talk was of ((RiverLeaks)). Papers came from [[Riverleaks]] in May.",
            fixed="The talk was of RiverLeaks. Papers came from RiverLeaks in May.",
            note="nobody puts a capital inside a name by haste",
        ),
        Bad(
            "They met [[HAlbrook]] in the hall. Then ((Halbrook)) sang.",
            fixed="They met Halbrook in the hall. Then Halbrook sang.",
            note="but for a second one at its head",
        ),
        Bad(
            "Ruud ((Van Der Laar)) won. A glad ((Van Der Laar)) sang, and then [[van der Laar]] left.",
            fixed="Ruud Van Der Laar won. A glad Van Der Laar sang, and then Van Der Laar left.",
            note="small words are right as they stand after the first name",
        ),
        Good("Data was lost. Date and time were kept, though the data and the date did not agree.", note="words"),
        Good("Nicolás Albero sang. Nicolas Bergman danced. Nicolás Albero left."),
        Good("See Hearthpad.org for more. HearthPad opened in May. HearthPad closed in June.", note="an address"),
        Good("The Emirates grew. An Emirate fell, and Emirati envoys left."),
        KnownFalse("Jane ((Hathaway)) sang. Later the crowd saw [[Hathoway]], a horse of the same stable, win."),
    )
    evidence = Evidence(
        stories=2662,
        hits=106,
        wrong=1,
        cases=2002,
        found=1957,
        on="one name of an edited story misspelled once, its house left out of learning: 835 slips of a letter, 474 "
        "real other spellings; or one later first name wrong: 388 slips, 305 names often mistaken for it",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """What is to be said of each pair of spellings."""
        for pair in (*story.get(pairs), *story.get(particles)):
            told = self._decided(pair) if self.names else pair
            if told:
                yield from self._findings(told, story)

    def _decided(self, pair: SpellingPair) -> SpellingPair | None:
        from newslint.analyses.names.known import decided_by_house  # only where a house lists its names

        return decided_by_house(pair, self.names) if self.names else pair

    def _findings(self, pair: SpellingPair, story: Story) -> Iterator[Finding]:
        """One finding, or one for each paragraph where a sure slip stands in few, so that none hides another."""
        spans = pair.odd_at
        parted = _by_paragraph(spans, story) if pair.level != "low" and pair.settled else [spans]
        for part in parted if len(parted) <= MOST_PARAGRAPHS else [spans]:
            yield self._finding(pair, part)

    def _finding(self, pair: SpellingPair, odd: Sequence[Span]) -> Finding:
        usual = pair.usual_at
        times = f"{len(usual)} times" if len(usual) > 1 else "once"
        also = [Related(span, f"spelled “{pair.usual}” here") for span in usual[:MOST_RELATED]]
        also += [Related(span, f"“{pair.odd}” again") for span in odd[1 : MOST_RELATED + 1]]
        fix = Fix(f"Write “{pair.usual}”", tuple(Edit(span, pair.usual) for span in odd))
        said = f"“{pair.odd}” is spelled “{pair.usual}” elsewhere in this story ({times})"
        return self.finding(
            odd[0],
            said if pair.settled else f"{said}: one of the two is wrong",
            related=sorted(also),
            fixes=(fix,) if pair.settled else (),
            confidence=pair.level,
        )


def _by_paragraph(spans: Sequence[Span], story: Story) -> list[list[Span]]:
    """Spans, those of each paragraph together."""
    starts = [zone.span.start for zone in story.zones]
    parts: dict[int, list[Span]] = {}
    for span in spans:
        parts.setdefault(bisect_right(starts, span.start), []).append(span)
    return list(parts.values())
