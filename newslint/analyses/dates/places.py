"""Names that datelines are checked against: states and their forms, countries, well-known cities, agencies."""

from __future__ import annotations

# Each state's form in a dateline; the eight that are never shortened are as long as they are.
STATES = {
    "Alabama": "Ala.", "Alaska": "Alaska", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Calif.",
    "Colorado": "Colo.", "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.", "Georgia": "Ga.", "Hawaii":
    "Hawaii", "Idaho": "Idaho", "Illinois": "Ill.", "Indiana": "Ind.", "Iowa": "Iowa", "Kansas": "Kan.", "Kentucky":
    "Ky.", "Louisiana": "La.", "Maine": "Maine", "Maryland": "Md.", "Massachusetts": "Mass.", "Michigan": "Mich.",
    "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.", "Montana": "Mont.", "Nebraska": "Neb.",
    "Nevada": "Nev.", "New Hampshire": "N.H.", "New Jersey": "N.J.", "New Mexico": "N.M.", "New York": "N.Y.",
    "North Carolina": "N.C.", "North Dakota": "N.D.", "Ohio": "Ohio", "Oklahoma": "Okla.", "Oregon": "Ore.",
    "Pennsylvania": "Pa.", "Rhode Island": "R.I.", "South Carolina": "S.C.", "South Dakota": "S.D.", "Tennessee":
    "Tenn.", "Texas": "Texas", "Utah": "Utah", "Vermont": "Vt.", "Virginia": "Va.", "Washington": "Wash.",
    "West Virginia": "W.Va.", "Wisconsin": "Wis.", "Wyoming": "Wyo.",
}  # fmt: skip
_POSTAL = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
)
_OTHER_FORMS = {
    "Wis.": "Wisc.", "Pa.": "Penn. Penna.", "Calif.": "Cal. Cali.", "Texas": "Tex. Txs.", "Ore.": "Oreg. Or.",
    "Kan.": "Kans. Ks.", "Neb.": "Nebr.", "Ohio": "O. Oh.", "Iowa": "Ia.", "Idaho": "Id. Ida.", "Fla.": "Flor. Fl.",
    "Ariz.": "Az. Ari.", "Mich.": "Mi.", "Minn.": "Mn. Min.", "Miss.": "Ms.", "Mass.": "Ma. Mas.", "Maine": "Me.",
    "Utah": "Ut.", "Alaska": "Ak. Alas.", "Hawaii": "Hi. Haw.", "Conn.": "Ct. Con.", "Tenn.": "Tn. Ten.", "Okla.":
    "Ok.", "Colo.": "Co. Col.", "Ill.": "Il.", "Ind.": "In.", "Ga.": "Geo.", "Nev.": "Nv.", "Wash.": "Wa. Wn.",
    "Wyo.": "Wy.", "Mont.": "Mt.", "Ala.": "Al.", "Ark.": "Ar.", "Del.": "De.", "W.Va.": "WVa. W.V.",
}  # fmt: skip
COUNTRIES = (
    "Afghanistan", "Albania", "Algeria", "Andorra", "Angola", "Argentina", "Armenia", "Australia", "Austria",
    "Azerbaijan", "Bahamas", "Bahrain", "Bangladesh", "Barbados", "Belarus", "Belgium", "Belize", "Benin",
    "Bermuda", "Bhutan", "Bolivia", "Bosnia", "Bosnia-Herzegovina", "Botswana", "Brazil", "Brunei", "Bulgaria",
    "Burkina Faso", "Burma", "Burundi", "Cambodia", "Cameroon", "Canada", "Cape Verde", "Central African Republic",
    "Chad", "Chile", "China", "Colombia", "Comoros", "Congo", "Costa Rica", "Croatia", "Cuba", "Cyprus",
    "Czech Republic", "Czechia", "Denmark", "Dominica", "Dominican Republic", "East Timor", "Ecuador", "Egypt",
    "El Salvador", "England", "Eritrea", "Estonia", "Eswatini", "Ethiopia", "Fiji", "Finland", "France", "Gabon",
    "Gambia", "Gaza Strip", "Germany", "Ghana", "Greece", "Greenland", "Grenada", "Guatemala", "Guinea",
    "Guinea-Bissau", "Guyana", "Haiti", "Honduras", "Hungary", "Iceland", "India", "Indonesia", "Iran", "Iraq",
    "Ireland", "Israel", "Italy", "Ivory Coast", "Jamaica", "Japan", "Jordan", "Kazakhstan", "Kenya", "Kosovo",
    "Kuwait", "Kyrgyzstan", "Laos", "Latvia", "Lebanon", "Lesotho", "Liberia", "Libya", "Liechtenstein",
    "Lithuania", "Madagascar", "Malawi", "Malaysia", "Maldives", "Mali", "Malta", "Mauritania", "Mauritius",
    "Mexico", "Moldova", "Mongolia", "Montenegro", "Morocco", "Mozambique", "Myanmar", "Namibia", "Nauru", "Nepal",
    "Netherlands", "New Zealand", "Nicaragua", "Niger", "Nigeria", "North Korea", "North Macedonia",
    "Northern Ireland", "Norway", "Oman", "Pakistan", "Palau", "Panama", "Papua New Guinea", "Paraguay", "Peru",
    "Philippines", "Poland", "Portugal", "Puerto Rico", "Qatar", "Romania", "Russia", "Rwanda", "Samoa",
    "Saudi Arabia", "Scotland", "Senegal", "Serbia", "Seychelles", "Sierra Leone", "Slovakia", "Slovenia",
    "Solomon Islands", "Somalia", "South Africa", "South Korea", "South Sudan", "Spain", "Sri Lanka", "Sudan",
    "Suriname", "Sweden", "Switzerland", "Syria", "Taiwan", "Tajikistan", "Tanzania", "Thailand", "Tibet", "Togo",
    "Tonga", "Trinidad", "Tunisia", "Turkey", "Turkmenistan", "Tuvalu", "Uganda", "Ukraine", "United Arab Emirates",
    "Uruguay", "Uzbekistan", "Vanuatu", "Venezuela", "Vietnam", "Wales", "West Bank", "Yemen", "Zambia", "Zimbabwe",
    "Alberta", "British Columbia", "Manitoba", "New Brunswick", "Newfoundland", "Nova Scotia", "Ontario", "Quebec",
    "Saskatchewan", "Yukon", "Guam", "New South Wales", "Queensland", "Tasmania", "Kashmir", "Crimea",
)  # fmt: skip
# Cities known well enough to stand without a state or country.
CITIES = frozenset((
    "ATLANTA", "BALTIMORE", "BOSTON", "CHICAGO", "CINCINNATI", "CLEVELAND", "DALLAS", "DENVER", "DETROIT",
    "HONOLULU", "HOUSTON", "INDIANAPOLIS", "LAS VEGAS", "LOS ANGELES", "MIAMI", "MILWAUKEE", "MINNEAPOLIS",
    "NEW ORLEANS", "NEW YORK", "OKLAHOMA CITY", "PHILADELPHIA", "PHOENIX", "PITTSBURGH", "ST. LOUIS",
    "SALT LAKE CITY", "SAN ANTONIO", "SAN DIEGO", "SAN FRANCISCO", "SEATTLE", "WASHINGTON", "AMSTERDAM", "BAGHDAD",
    "BANGKOK", "BEIJING", "BEIRUT", "BERLIN", "BRUSSELS", "CAIRO", "DJIBOUTI", "DUBLIN", "GENEVA", "GIBRALTAR",
    "GUATEMALA CITY", "HAVANA", "HELSINKI", "HONG KONG", "ISLAMABAD", "ISTANBUL", "JERUSALEM", "JOHANNESBURG",
    "KUWAIT CITY", "LONDON", "LUXEMBOURG", "MACAU", "MADRID", "MEXICO CITY", "MILAN", "MONACO", "MONTREAL",
    "MOSCOW", "MUNICH", "NEW DELHI", "OTTAWA", "PANAMA CITY", "PARIS", "PRAGUE", "QUEBEC CITY", "RIO DE JANEIRO",
    "ROME", "SAN MARINO", "SAO PAULO", "SHANGHAI", "SINGAPORE", "STOCKHOLM", "SYDNEY", "TOKYO", "TORONTO",
    "UNITED NATIONS", "VATICAN CITY", "VIENNA", "ZURICH",
))  # fmt: skip
# Agencies by the tag they put in a dateline, with the names a byline gives them.
AGENCIES = {
    "AP": ("Associated Press", "AP"), "Reuters": ("Reuters", "Thomson Reuters"), "AFP": ("Agence France-Presse",
    "AFP"), "dpa": ("dpa", "Deutsche Presse-Agentur"), "EFE": ("EFE", "Agencia EFE"), "UPI":
    ("United Press International", "UPI"), "PTI": ("Press Trust of India", "PTI"), "ANI": ("ANI",
    "Asian News International"), "IANS": ("IANS",), "Xinhua": ("Xinhua", "Xinhua News Agency"), "AAP":
    ("Australian Associated Press", "AAP"), "PA": ("Press Association", "PA Media"), "CP": ("Canadian Press",),
    "ANSA": ("ANSA",), "ANP": ("ANP",), "Kyodo": ("Kyodo", "Kyodo News"), "Tass": ("Tass", "TASS", "ITAR-Tass"),
    "Interfax": ("Interfax",), "Bloomberg": ("Bloomberg News",), "CNS": ("Catholic News Service",), "NAN":
    ("News Agency of Nigeria",), "Bernama": ("Bernama",), "Yonhap": ("Yonhap", "Yonhap News Agency"), "Anadolu":
    ("Anadolu Agency",), "CNN": (), "TNS": ("Tribune News Service",), "APA": (), "KNA": (), "epd": (), "SID": (),
    "Belga": (), "Lusa": (), "GLOBE NEWSWIRE": (), "BUSINESS WIRE": (), "PRNewswire": (), "Gracenote": (), "OPTA":
    (), "Variety.com": (),
}  # fmt: skip


def short_forms() -> dict[str, str]:
    """Every wrong short form of a state (postal, dotless, old), with the right one."""
    forms = list(STATES.values())
    wrong = dict(zip(_POSTAL.split(), forms, strict=True))
    wrong |= {form.rstrip("."): form for form in forms if form.endswith(".") and form.count(".") == 1}
    wrong |= {form.replace(".", ""): form for form in forms if form.count(".") > 1}
    wrong |= {form.replace(".", ". ", 1): form for form in forms if form.count(".") > 1}
    for form, others in _OTHER_FORMS.items():
        wrong |= dict.fromkeys(others.split(), form)
    return {bad: good for bad, good in wrong.items() if bad not in STATES and bad not in forms}
