"""Gender, as far as a story shows it: which of “he” and “she” can stand for a person."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.analyses._cues import words
from newslint.analyses.mentions import Mention

MALE, FEMALE, OPEN = "he", "she", ""

_MALE_TITLES = words("Mr Sir Lord King Prince Duke Earl Baron Father Fr Congressman Councilman Emir Imam")
_FEMALE_TITLES = words(
    "Mrs Ms Miss Lady Dame Queen Princess Duchess Baroness Congresswoman Councilwoman Chairwoman Sister"
)
_MALE_NAMES = words("""
Aaron Abraham Adam Adrian Ahmed Alan Albert Alejandro Alexander Alfred Ali Allan Allen Amit Anders Andreas
Andrew Andy Angelo Anthony Antonio Arnold Arthur Barack Barry Bashar Benjamin Ben Bernard Bernie Bill Bob
Bobby Boris Brad Bradley Brendan Brett Brian Bruce Bryan Byron Carl Carlos Charles Charlie Chris Christian
Christopher Chuck Clarence Cliff Colin Corey Craig Dan Daniel Darren Dave David Dean Dennis Derek Diego
Dominic Don Donald Doug Douglas Duncan Dwight Ed Eddie Edgar Eduardo Edward Edwin Emmanuel Enrique Eric Ernest
Ethan Eugene Evan Fernando Francis Francisco Frank Frankie Fred Frederick Gareth Gary Gavin Geoff Geoffrey
George Gerald Gerard Giovanni Glen Glenn Gordon Graham Greg Gregory Guy Hank Hans Harold Harry Harvey Hassan
Hector Henry Herbert Howard Hugh Ian Ibrahim Isaac Ivan Jack Jacob Jake James Jared Jason Javier Jay Jeff
Jeffrey Jeremy Jerome Jerry Jesus Jim Jimmy Joe Joel Johan John Johnny Jon Jonathan Jorge Jose José Joseph
Josh Joshua Juan Julian Julio Justin Karl Keith Ken Kenneth Kevin Kurt Kyle Lance Larry Lars Lawrence Lee Leo
Leon Leonard Lionel Lloyd Louis Luca Lucas Luis Luke Malcolm Manuel Marc Marcel Marco Marcus Mario Mark Martin
Marvin Matt Matteo Matthew Maurice Max Michael Miguel Mike Mitch Mitt Mohamed Mohammed Morgan Mustafa Nathan
Neil Nicholas Nick Nicolas Nigel Norman Oliver Omar Oscar Otto Owen Pablo Patrick Paul Pedro Pete Peter Phil
Philip Phillip Pierre Rafael Ralph Ramon Rand Randy Raul Ray Raymond Reginald Ricardo Richard Rick Rob Robert
Roberto Rod Rodney Roger Roland Ron Ronald Roy Rudy Rupert Russell Ryan Salvador Sam Samuel Scott Sean Sergei
Sergio Seth Shane Simon Spencer Stanley Stephen Steve Steven Stewart Stuart Ted Terrence Terry Theodore Thomas
Tim Timothy Toby Todd Tom Tommy Tony Trevor Tyler Vernon Victor Vincent Vladimir Wade Walter Warren Wayne
Wesley William Willie Wolfgang Xavier Yusuf Zachary
""")
_FEMALE_NAMES = words("""
Abigail Adriana Agnes Alexandra Alice Alicia Alison Allison Amanda Amber Amelia Amy Ana Andrea Angela Angelina
Anita Ann Anna Anne Annie Antonia April Audrey Barbara Beatrice Becky Belinda Beth Betsy Betty Beverly Brenda
Bridget Camilla Carla Carly Carmen Carol Carolina Caroline Carrie Catherine Cathy Cecilia Charlotte Cheryl
Christina Christine Cindy Claire Clara Claudia Cristina Cynthia Daisy Dana Danielle Debbie Deborah Debra
Denise Diana Diane Dolores Donna Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella
Ellen Emily Emma Erica Erin Esther Eva Eve Evelyn Faith Fatima Felicity Fiona Florence Frances Gabriela Gail
Georgina Geraldine Gillian Gina Giulia Gloria Grace Greta Gwen Hannah Harriet Hazel Heather Heidi Helen Helena
Hilary Hillary Holly Hope Ida Ingrid Irene Isabel Isabella Jacqueline Jane Janet Janice Jasmine Jean Jennifer
Jenny Jessica Jill Joan Joanna Joanne Josephine Joy Joyce Judith Judy Julia Julie Karen Kate Katherine
Kathleen Kathryn Kathy Katie Katy Kay Kimberly Kirsten Kristen Kristin Laura Lauren Leah Leila Lena Leticia
Liliana Lily Linda Lisa Lois Loretta Lori Louise Lucia Lucy Lydia Lynn Madeleine Maggie Marcia Margaret
Margarita Maria María Marie Marilyn Marion Marjorie Marla Martha Mary Maya Megan Melanie Melissa Mercedes Mia
Michelle Mildred Miriam Molly Monica Nadia Nancy Naomi Natalia Natalie Nicola Nicole Nina Nora Norma Olga
Olivia Pamela Patricia Paula Pauline Penny Phyllis Priscilla Rachel Rebecca Regina Renee Rhonda Rita Roberta
Rosa Rosario Rose Rosemary Ruth Sabrina Sally Samantha Sandra Sara Sarah Sharon Sheila Shirley Silvia Sofia
Sonia Sophia Sophie Stella Stephanie Susan Susannah Suzanne Sylvia Tamara Tammy Tara Teresa Theresa Tiffany
Tina Tracy Ursula Valerie Vanessa Vera Veronica Victoria Violet Virginia Vivian Wanda Wendy Yolanda Yvette
Yvonne Zoe
""")


def genders(mentions: Iterable[Mention]) -> dict[int, str]:
    """“he” or “she” for each person whose title or first name tells; a title tells more than a name."""
    mentions = list(mentions)
    by_title: dict[int, str] = {}
    by_name: dict[int, str] = {}
    for mention in mentions:
        title = gender_of_title(mention) if mention.role == "full" else OPEN
        if title:
            by_title.setdefault(mention.person, title)
        name = (
            _of(mention.name.split()[:1], _MALE_NAMES, _FEMALE_NAMES) if mention.role in ("full", "first") else OPEN
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
