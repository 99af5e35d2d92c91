"""Gender, as far as a story shows it: which of “he” and “she” can stand for a person."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses.names.mentions import Mention
from newslint.analyses.quotes.cues import words

MALE, FEMALE, OPEN = "he", "she", ""

_MALE_TITLES = words("Mr Sir Lord King Prince Duke Earl Baron Father Fr Congressman Councilman Emir Imam")
_FEMALE_TITLES = words(
    "Mrs Ms Miss Lady Dame Queen Princess Duchess Baroness Congresswoman Councilwoman Chairwoman Sister"
)
_MALE_NAMES = words("""
Aaron Abraham Adam Adrian Ahmed Alain Alan Albert Alejandro Alexander Alfred Ali Allan Allen Amit Anders Andreas
Andrew Andy Angelo Anthony Antonio Arjun Arnold Arthur Barack Barry Bashar Ben Benjamin Bernard Bernie Bill Björn
Bob Bobby Boris Brad Bradley Brendan Brett Brian Bruce Bryan Byron Carl Carlos Charles Charlie Christian
Christopher Chuck Clarence Cliff Colin Corey Craig Dan Daniel Darren Dave David Dean Dennis Derek Diarmuid Diego
Dmitri Dominic Don Donald Doug Douglas Duncan Dwight Ed Eddie Edgar Eduardo Edward Edwin Emmanuel Enrique Eric
Ernest Ethan Eugene Evan Ewan Felix Fernando Francis Francisco Frank Frankie Fred Frederick Fritz Gareth Gary
Gavin Geoff Geoffrey George Gerald Gerard Gethin Giovanni Giuseppe Glen Glenn Gordon Graham Greg Gregory Guy
Hamish Hank Hans Harold Harry Harvey Hassan Hector Heinrich Henry Herbert Hiroshi Howard Hugh Iain Ian Ibrahim
Igor Isaac Ivan Jack Jacob Jacques Jake James Jared Jason Javier Jay Jeff Jeffrey Jens Jeremy Jerome Jerry Jim
Jimmy Joe Joel Johan John Johnny Jon Jonathan Jorge Jose Joseph Josh Joshua José Juan Julian Julio Justin Jürgen
Karl Keith Ken Kenji Kenneth Kevin Klaus Kurt Kwame Kyle Lance Larry Lars Laurent Lawrence Leo Leon Leonard Lionel
Lloyd Louis Luca Lucas Luis Lukas Luke Malcolm Manuel Marc Marcel Marco Marcus Marek Mario Mark Martin Marvin Matt
Matteo Matthew Maurice Max Michael Miguel Mikael Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Mustafa Nathan
Neil Nicholas Nick Nicolas Nigel Nikolai Norman Oliver Olivier Omar Oscar Otto Owen Pablo Paolo Patrick Paul Pavel
Pedro Pete Peter Phil Philip Phillip Pierre Piet Pieter Piotr Rafael Raj Ralph Ramon Rand Randy Raul Ravi Ray
Raymond Reginald Rhys Ricardo Richard Rick Rob Robert Roberto Rod Rodney Roger Roland Ron Ronald Roy Rudy Rupert
Russell Ryan Salvador Samuel Sanjay Scott Sean Sergei Sergio Seth Shane Simon Spencer Stanley Stefano Stephen
Steve Steven Stewart Stuart Sven Ted Terrence Theodore Thomas Tim Timothy Toby Todd Tom Tomasz Tommy Tony Trevor
Tyler Vernon Victor Vijay Vincent Vladimir Wade Walter Warren Wayne Wesley William Willie Wolfgang Xavier Yann
Yuri Yusuf Zachary
""")
_FEMALE_NAMES = words("""
Abigail Adriana Agnes Agnieszka Aisha Alexandra Alice Alicia Alison Allison Amanda Amber Amelia Amina Amy Ana
Angela Angelina Anita Anjali Ann Anna Anne Anneke Annie Antonia Aoife April Astrid Audrey Barbara Beatrice Becky
Belinda Beth Betsy Betty Beverly Birgit Brenda Bridget Brigitte Camilla Carla Carly Carmela Carmen Carol Carolina
Caroline Carrie Catherine Cathy Cecilia Chantal Charlotte Cheryl Chiara Christina Christine Ciara Cindy Claire
Clara Claudia Cristina Cynthia Daisy Danielle Debbie Deborah Debra Denise Diana Diane Dolores Donna Doris Dorothy
Edith Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Emily Emma Erica Erin Esther Eva Eve Evelyn Faith
Fatima Felicity Fiona Florence Frances Francesca Françoise Gabriela Gail Georgina Geraldine Gillian Gina Giulia
Gloria Grace Greta Gwen Hanna Hannah Harriet Hazel Heather Heidi Heike Helen Helena Hilary Hillary Holly Hope Ida
Ines Ingeborg Ingrid Irena Irene Isabel Isabella Jacqueline Jane Janet Janice Jasmine Jennifer Jenny Jessica Jill
Joan Joanna Joanne Josephine Joy Joyce Judith Judy Julia Julie Karen Katarzyna Kate Katherine Kathleen Kathryn
Kathy Katie Katy Khadija Kimberly Kirsten Kristen Kristin Laura Lauren Leah Leila Lena Leticia Liliana Lily Linda
Lisa Lois Loretta Lori Lotte Louise Lucia Lucy Lucía Ludmila Lydia Lynn Madeleine Magdalena Maggie Marcia Margaret
Margarita Maria Marie Marilyn Marit Marjorie Marla Martha Mary María Maya Megan Mei Melanie Melissa Mercedes Mia
Michelle Mildred Miriam Molly Monica Nadia Nancy Naomi Natalia Natalie Niamh Nicola Nicole Nina Nora Norma Olga
Olivia Pamela Patricia Paula Pauline Penny Petra Phyllis Priscilla Priya Rachel Rebecca Regina Renee Rhonda Rita
Roberta Rosa Rosario Rose Rosemary Ruth Sabrina Sally Samantha Samira Sandra Sara Sarah Sharon Sheila Shirley
Silvia Siân Sofia Sonia Sophia Sophie Stella Stephanie Sunita Susan Susannah Suzanne Svetlana Sylvia Tamara Tammy
Tara Tatiana Teresa Theresa Tiffany Tina Tracy Ulrike Ursula Valerie Vanessa Vera Veronica Victoria Violet
Virginia Vivian Wanda Wendy Yolanda Yuki Yvette Yvonne Zoe
""")


def genders(mentions: Iterable[Mention]) -> dict[int, str]:
    """“he” or “she” for each person whose title or first name tells; a title tells more than a name."""
    mentions = list(mentions)
    by_title: dict[int, str] = {}
    by_name: dict[int, str] = {}
    for mention in mentions:
        title = gender_of_title(mention) if mention.given_as == "full" else OPEN
        if title:
            by_title.setdefault(mention.person, title)
        name = (
            _of(mention.name.split()[:1], _MALE_NAMES, _FEMALE_NAMES)
            if mention.given_as in ("full", "first")
            else OPEN
        )
        if name:
            by_name.setdefault(mention.person, name)
    found = {**by_name, **by_title}
    for mention in mentions:  # “Mr. Silva” tells of a Jo Silva whom nothing else does
        title = gender_of_title(mention)
        if title:
            found.setdefault(mention.person, title)
    return found


def gender_of_title(mention: Mention) -> str:
    """What the title right before a name tells: Mrs. is “she”."""
    return _of(mention.title.split(), _MALE_TITLES, _FEMALE_TITLES)


def _of(parts: Iterable[str], male: frozenset[str], female: frozenset[str]) -> str:
    for part in parts:
        bare = part.rstrip(".")
        if bare in male:
            return MALE
        if bare in female:
            return FEMALE
    return OPEN
