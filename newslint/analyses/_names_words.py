"""Words that tell names from other capitals: titles, ordinary words, places, peoples and first names."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations read as one word with their full stop when a name follows.
ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|"
    "Adm|Prof|Rev|Fr|Hon|Pres|Amb|Atty|Supt|Insp|Det|Msgr|Jr|Sr|St|Ste|Mt|Ft"
)

# Small words inside a name.
PARTICLES = "van|von|der|den|de|del|della|dal|dalla|di|da|dos|du|la|le|lo|zu|af|bin|ibn|al|el|ter|ten|y"

# Titles and offices that stand before a name.
TITLES = _words("""
    Adm Admiral Alderman Amb Ambassador Analyst Archbishop Attorney Aunt Ayatollah Baron Baroness Bishop Brother
    Capt Captain Cardinal Chair Chairman Chairwoman Chancellor Chief Cmdr Coach Col Colonel Commander
    Commissioner Congressman Congresswoman Constable Councillor Councilman Councilwoman Cpl Crown Dame Deputy
    Det Detective Director Doctor Dr Duchess Duke Earl Emir Father First Fr Gen General Gov Governor Govs Hon
    Imam Insp Inspector Judge Justice King Lady Lieutenant Lord Lt MEP MP MSP Maj Major Manager Marshal Mayor
    Minister Miss Mother Mr Mrs Ms Msgr Mx Nominee Officer Pope Premier Pres President Prime Prince Princess
    Prof Professor Queen Rabbi Rep Representative Reps Rev Reverend Secretary Sen Senator Sens Sergeant Sgt
    Sheik Sheikh Sheriff Sir Sister Speaker Spokesman Spokeswoman Sultan Superintendent Supt Treasurer Uncle
    Vice Viscount
""")

# Titles after which nearly always a person's surname or full name comes.
COURTESY = _words("""
    Adm Capt Col Dame Dr Gen Gov Judge Lady Lord Lt Maj Miss Mr Mrs Ms Mx Prof Rep Rev Sen Sgt Sir
""")

# What may follow a name and is no part of it.
SUFFIXES = _words("""
    CBE II III IV Jr MBE MEP MP MSP OBE QC Sr
""")

# Words that open sentences, or join a title: no part of a name even where they are capitalised.
FUNCTION = _words("""
    A About Above According Across Actually Add Added Adding After Afterwards Again Against Ago All Almost Along
    Already Also Although Always Am Amid Among An And Another Any Anybody Anyone Anything Anyway Apart Are Aren
    Around As Aside Asked At Away Back Based Be Because Been Before Behind Being Below Beneath Beside Besides
    Best Better Between Beyond Both But By Can Certainly Clearly Come Compared Could Critics Currently Despite
    Did Do Does Doing Don Done Down Due During Each Earlier Eight Either Else Elsewhere Enough Especially Even
    Eventually Ever Every Everybody Everyone Everything Except Few Fewer Finally Five For Former Formerly
    Fortunately Four From Further Get Give Given Go Going Good Got Had Half Has Have Having He Hence Her Here
    Hers Herself Him Himself His How However I If Ignore Imagine In Including Indeed Inside Instead Into Is Isn
    It Its Itself Just Keep Know Last Late Lately Later Latest Least Less Let Like Likewise Little Long Look
    Lots Made Make Making Many Maybe Me Meantime Meanwhile Might Mine More Moreover Most Mostly Much Must My
    Myself Near Nearly Neither Never Nevertheless Next Nine No Nobody None Nonetheless Nor Not Notably
    Nothing Now Nowhere Obviously Of Off Often Oh Old On Once One Ones Only Onto Or Other Others Otherwise Our
    Ours Ourselves Out Outside Over Overall Own Part Perhaps Please Plus Possibly Presumably Previously Probably
    Put Quite Rather Read Really Recent Recently Regarding Right Said Same Say Saying Says See Seemingly Seen
    Seven Several She Should Similarly Since Six So Some Somebody Somehow Someone Something Sometimes Somewhere
    Soon Speaking Still Such Sure Surely Take Taken Tell Ten Than Thank Thanks That The Their Theirs Them
    Themselves Then There Therefore These They Thing Things Think This Those Though Three Through Throughout
    Thus Till To Today Together Told Tomorrow Tonight Too Toward Towards Trying Twice Two Under Underneath
    Unfortunately Unless Unlike Until Up Upon Us Use Used Using Usually Very Via Want Was We Well Went Were What
    Whatever When Whenever Where Whereas Wherever Whether Which While Who Whoever Whole Whom Whose Why Will With
    Within Without Would Yes Yesterday Yet You Your Yours Yourself
""")

# Ordinary words that often bear a capital in headlines, titles and the names of bodies.
PLAIN = _words("""
    Abortion Academy Access Account Accounts Acid Action Active Acts Address Administration Admits Adult Advice
    Affair Affairs Agency Agent Agents Aide Aides Airlines Airport Airways Alarm Album Alert Alliance Allied
    Allies Ally Amendment Amendments Analysis Analyst Analysts Angel Angels Anger Angry Animal Annual Answer
    Anthem Apple April Arena Army Arrest Article Artist Artists Arts Assembly Asset Assistant Associate
    Association Athletic Attack Attacks Attempt Auction Audience August Author Authority Award Awards Baby Bafta
    Baftas Balance Ballet Ballot Band Bands Bank Banker Bankers Banks Baptist Barrier Base Baseball Basic Basket
    Bath Battle Beach Bear Bears Beat Beats Beauty Beer Bell Belt Benefit Bible Bids Bigger Bill Billion Bills
    Bird Birds Birth Bishop Bishops Black Blame Blast Block Blood Blow Blue Blues Board Boat Body Bollywood Bomb
    Bond Bonds Bonus Book Books Boost Border Born Boss Bowl Boys Brain Brand Brave Bread Break Breaking Bridge
    Brief Bring Brings Brit British Brits Broad Broadcast Broadway Brother Brothers Buddhist Budget Build
    Building Built Bureau Bus Business Butler Buyers Cabinet Cable Call Called Calls Camera Camp Campaign Campus
    Canal Cancer Candidate Candidates Capital Capitol Captain Card Cardinal Cards Care Career Cars Case Cases
    Cash Castle Catch Catholic Catholics Caucus Cause Center Central Centre Century Chain Chair Challenge
    Champion Champions Championship Chance Change Changes Channel Chapter Charge Charges Charity Chart Charter
    Chase Chat Check Chief Chiefs Child Children Choice Choir Christian Christians Christmas Church Cinema
    Circle Circuit Citizen Citizens City Civic Civil Claim Claims Class Classic Clean Clear Clerk Climate Clinic
    Close Closed Clothes Cloud Club Clubs Coach Coal Coalition Coast Code Cold College Column Comedy Comic
    Coming Command Comment Comments Commerce Commission Committee Common Commons Communist Community Company
    Complex Computer Concert Conference Congress Conservative Conservatives Constitution Construction Consumer
    Contact Content Contest Control Convention Cook Cool Core Corporate Corporation Correction Cost Costs
    Council Counsel Count Counter Country County Couple Courage Court Courts Cover Craft Crash Crazy Credit Crew
    Crime Crimes Crisis Critic Cross Crown Cruise Culture Currency Customs Cuts Daily Dairy Dance Dark Data Dawn
    Days Dead Deal Dealer Deals Death Deaths Debate Debates Debt December Decision Deep Defence Defense Delegate
    Delegates Delta Demand Democracy Democrat Democratic Democrats Department Deputy Desert Design Desk
    Detective Development Diary Digital Direct Director Disaster Discovery Disease Disk District Division Doctor
    Doctors Document Dogs Dollar Dollars Domestic Door Double Draft Drama Dream Dreams Drive Driver Drop Drug
    Drugs Dying Eagle Eagles Early Earth East Eastern Easy Economic Economics Economist Economists Economy Edge
    Edition Editor Education Effect Elect Election Elections Electoral Electric Electronic Elements Emergency
    Emmy Emmys Empire Employees Ending Energy Enforcement Engine Engineer English Enter Enterprise Environment
    Epic Episode Equal Equity Error Essay Estate Ethics Euro Euros Event Events Evidence Exchange Exclusive
    Executive Exit Expect Expert Experts Express Eyes Face Facebook Faces Fact Factor Facts Fair Faith Fake Fall
    Falls False Fame Family Fans Farm Farmer Farmers Fashion Fast Father Favorite Fear Fears February Federal
    Federation Feel Female Festival Field Fields Fight Fighter Film Films Final Finance Financial Find Fine Fire
    Firm Firms First Fiscal Fish Flag Flash Flight Flood Floor Focus Folk Food Fool Foot Football Force Forces
    Foreign Forest Form Fort Forum Forward Foundation Founder Frame Free Freedom Fresh Friday Friend Friends
    Front Fuel Full Fund Funds Fury Future Gain Gains Gallery Game Games Gang Garden Gates Gays General
    Generation Genius Ghost Giant Giants Girl Girls Give Glass Global Gold Golden Golf Google Government
    Governor Governors Grace Grade Grammy Grammys Grand Grant Graphic Great Greater Green Grid Ground Grounds
    Group Groups Grow Growing Growth Guard Guards Guest Guide Guild Guilty Guns Hall Hand Hands Happy Harbor
    Harbour Hard Hate Hawk Hawks Head Heads Health Hearing Heart Heat Heaven Heavy Hedge Hell Help Helped Hero
    Heroes High Higher Highway Hill Hills Hindu Hindus Hint Hispanic Hispanics Historic History Hold Holding
    Holdings Holiday Hollywood Holy Home Homeland Homes Honor Hope Hopes Horse Hospital Host Hotel Hours House
    Houses Housing Huge Human Hundred Hundreds Hunt Hurricane Idea Ideas Image Images Impact Import Income
    Independence Independent Index Industrial Industries Industry Influence Inquiry Insider Inspector Institute
    Insurance Intelligence Interest Interior Internal International Internet Interview Investment Investments
    Investor Investors Iron Islam Islamic Islamism Islamist Islamists Island Islands Issue Issues Item January
    Jersey Jets Jewish Jews Job Jobs Joint Journal Journey Judge Judges Judgment July Jump Junction June Junior
    Jury Justice Kids Kill Killed Killer Kind King Kingdom Kings Knight Knights Labor Labour Lady Lake Land
    Lands Language Large Laser Latina Latino Latinos Laugh Launch Law Lawmakers Laws Lawyer Lawyers Lead Leader
    Leaders Leading League Learn Leave Leaves Left Legacy Legal Legend Legion Lesson Letter Letters Level
    Liberal Liberals Liberty Library Life Light Lights Limited Line Lines Link Links Linux Lion Lions List Live
    Lives Living Loan Lobby Local Lone Looking Looks Lord Lords Lose Loss Lost Loud Love Lower Luck Machine
    Magazine Magic Mail Main Major Majority Makers Male Mall Management Manager Mandate Manor Marathon March
    Marine Marines Mark Market Markets Marriage Martial Mass Master Masters Match Matter Maximum May Mayor Mean
    Means Measure Media Medical Medicare Meet Meeting Meets Member Members Memo Memorial Memory Mental Mercury
    Message Metal Metro Microsoft Middle Midnight Mile Military Mill Million Mind Mine Minister Ministers
    Ministry Minority Minute Minutes Miracle Mirror Missile Missing Mission Mixed Mobile Model Modern Mom Moment
    Monday Money Monitor Monster Month Months Monument Moon Moral Morning Mortgage Mosque Mother Mothers Motion
    Motor Motors Mount Mountain Mouth Move Movement Moves Movie Murder Museum Music Muslim Muslims Mutual
    Mystery Name Names Nation National Nationals Nations Native Natural Nature Naval Navy Need Needs Network
    Networks News Newspaper Night Nights Nobel Noble Nominee Normal North Northern Note Notes Notice November
    Nuclear Number Numbers Nurse Nurses Oath Ocean October Office Officer Officers Official Officials Olympic
    Olympics Online Open Opening Opera Operation Opinion Opposition Orange Order Orders Organisation
    Organization Original Oscar Oscars Owner Owners Pact Page Pages Paid Pain Palace Panel Panther Panthers
    Paper Papers Parade Paradise Paralympic Parents Parish Park Parks Parliament Parties Partner Partners Party
    Pass Passion Past Pastor Patent Path Patient Patients Patriot Patriots Patrol Payment Peace Peak Pearl
    Penalty Pension People Percent Perfect Period Person Personal Phase Phone Phones Photo Photos Piano Picture
    Pictures Pilot Pirate Pirates Place Places Plan Plane Planet Planning Plans Plant Play Player Players
    Playing Plaza Plot Point Points Police Policy Political Politico Politics Poll Polls Pool Poor Popular Port
    Portal Post Posts Potential Pound Power Powerful Powers Prayer Premier Premiership Premium Present
    Preservation Presidency President Presidential Presidents Press Pressure Price Prices Pride Primaries
    Primary Prime Prince Principal Print Prison Private Prize Problem Problems Process Producer Product
    Production Products Professor Profile Profit Profits Program Progress Project Promise Property Prosecutor
    Protest Protestant Protests Proud Public Publisher Pulitzer Punk Pure Purpose Push Quarter Queen Queens
    Quest Question Questions Quick Quiet Race Races Racing Radical Radio Rail Railway Rain Raise Raises Rally
    Ranger Rangers Rate Rates Reach Reaction Reader Readers Ready Real Reality Reason Rebel Rebels Record
    Records Reds Reform Refugee Refugees Region Regional Register Relations Release Relief Religion Religious
    Report Reporter Reporters Reports Republic Republican Republicans Research Reserve Resort Response Rest
    Result Results Retail Return Returns Reuters Revenue Review Revolution Rich Rider Riders Rifle Rights Ring
    Rise Rises Rising Risk Rival Rivals River Road Roads Robot Rock Rocks Rocky Role Roll Roof Room Rose Rough
    Round Royal Royals Rugby Rule Rules Runner Running Rural Rush Russian Sacred Safe Safety Sail Saint Saints
    Sale Sales Sanctions Sand Saturday Save Savings Scandal Scene School Schools Science Scientist Scientists
    Score Screen Seat Second Secret Secretary Section Sector Security Seek Seeks Seems Senate Senator Senators
    Send Senior Sense September Series Serve Service Services Session Seven Shadow Shame Share Shares Sharp
    Sheriff Shield Shift Ship Ships Shock Shop Shops Short Shot Shots Show Shows Side Sign Signs Silent Silicon
    Silver Simple Single Sister Sisters Site Sites Skills Slam Slams Small Smart Smith Snow Social Society
    Software Soldier Soldiers Solid Solution Song Songs Soul Sound Source Sources South Southern Space Spanish
    Special Speech Speed Spirit Sport Sports Spot Spring Square Stadium Staff Stage Stand Standard Stands Star
    Stars Start Starts State Statement States Station Status Stay Steel Step Stock Stocks Stone Stop Stops Store
    Stores Storm Story Straight Strange Strategic Strategy Stream Street Strike Strong Student Students Studio
    Studios Study Style Subject Success Sudden Sugar Suit Summer Summit Sunday Super Support Supporters Supreme
    Surf Surgeon Survey Sweet Swing System Systems Table Takes Talk Talks Target Task Taxes Teacher Teachers
    Team Tech Technology Television Temple Term Terms Terror Test Tests Text Theater Theatre Theory Third
    Thousands Threat Thunder Thursday Ticket Tiger Tigers Time Times Title Tobacco Tories Tory Total Touch Tour
    Tower Towers Town Trace Track Trade Trader Traders Tragedy Trail Train Training Transit Transport Travel
    Treasury Treaty Tree Trial Tribe Tribune Trip Trouble Truck True Trust Truth Tuesday Turn Turns Twin Twitter
    Type Union Unions Unique Unit United Unity Universal University Upper Urban User Users Valley Value Values
    Vegas Vehicle Venture Verdict Veteran Veterans Vice Victim Victims Victory Video View Views Village Violence
    Virtual Vision Visit Voice Voices Volunteer Vote Voted Voter Voters Votes Voting Wage Walk Wall Walls Wants
    War Ward Warning Wars Waste Watch Water Watson Wave Ways Wealth Weapon Weapons Wear Weather Website
    Wednesday Week Weekend Weekly Weeks West Western Wheel White Wide Wife Wild Wind Window Windows Wine Wing
    Wings Winner Winter Wire Wolf Wolves Woman Women Wonder Wood Woods Word Words Work Worker Workers Working
    Works World Worst Worth Writer Writers Writing Wrong Yahoo Yard Yards Year Years Yellow Yield Young Younger
    Youth Zone
""")

# Countries, peoples and towns that stand close to one another or to people's names.
PLACES = _words("""
    Afghan Afghanistan Afghans Africa African Africans Alabama Alaska Albania Albanian Albany Algeria Algerian
    America American Americans Americas Amsterdam Angola Ankara Annapolis Arab Arabia Arabian Arabic Arabs
    Argentina Argentine Argentinian Arizona Arkansas Armenia Armenian Asia Asian Asians Athens Atlanta Atlantic
    Austin Australia Australian Australians Austria Austrian Austrians Baghdad Bahrain Baltic Baltimore Bangkok
    Bangladesh Barcelona Bath Bavaria Beijing Beirut Belarus Belarusian Belfast Belgian Belgium Belgrade Berlin
    Bermuda Bismarck Boise Bolivia Bolton Bosnia Bosnian Boston Bradford Brazil Brazilian Brazilians Brighton
    Bristol Britain British Briton Britons Brooklyn Brussels Bulgaria Bulgarian Burma Burmese Burundi Cairo
    California Cambodia Cambridge Cameroon Canada Canadian Canadians Canberra Cannes Cardiff Caribbean Carolina
    Catalan Catalonia Charlotte Chechen Chechnya Chelsea Chester Cheyenne Chicago Chile Chilean China Chinese
    Cincinnati Cleveland Cologne Colombia Colombian Colorado Columbia Columbus Concord Congo Connecticut
    Copenhagen Croatia Croatian Croats Cuba Cuban Cubans Cyprus Czech Czechs Dakota Dallas Damascus Danes Danish
    Darfur Delaware Delhi Denmark Denver Derby Detroit Dover Dubai Dublin Dundee Durham Dutch Ecuador Edinburgh
    Egypt Egyptian Egyptians England English Essex Estonia Estonian Ethiopia Europe European Europeans Everton
    Exeter Fiji Finland Finnish Finns Flanders Florence Florida France Frankfort Frankfurt French Gabon Gambia
    Gaza Geneva Genoa Georgia Georgian German Germans Germany Ghana Gibraltar Glasgow Greece Greek Greeks
    Greenland Guantanamo Guatemala Guinea Guyana Haiti Haitian Hamburg Hampshire Hanoi Harlem Harrisburg
    Hartford Havana Hawaii Helsinki Holland Honduras Honolulu Houston Hull Hungarian Hungary Iceland Idaho
    Illinois India Indian Indiana Indianapolis Indians Indonesia Indonesian Iowa Iowan Iowans Iran Iranian
    Iranians Iraq Iraqi Iraqis Ireland Irish Israel Israeli Israelis Istanbul Italian Italians Italy Jakarta
    Jamaica Jamaican Japan Japanese Jerusalem Jordan Jordanian Juneau Kabul Kansas Kashmir Kashmiri Kashmiris
    Kazakhstan Kent Kentucky Kenya Kenyan Kiev Korea Korean Koreans Kosovo Kremlin Kurd Kurdish Kurds Kuwait
    Kuwaiti Lagos Lancashire Lansing Latvia Latvian Lebanese Lebanon Leeds Leicester Lens Lesotho Liberia Libya
    Libyan Lille Lisbon Lithuania Lithuanian Liverpool London Londoners Louisiana Luton Luxembourg Lyon Lyons
    Macedonia Madagascar Madrid Maine Malawi Malaysia Malaysian Mali Malta Maltese Manchester Manhattan Manila
    Maori Maoris Maryland Massachusetts Mauritania Mauritius Mecca Melbourne Memphis Mexican Mexicans Mexico
    Miami Michigan Midwest Milan Minnesota Mississippi Missouri Moldova Monaco Montana Montgomery Montpelier
    Moroccan Morocco Moscow Mozambique Mumbai Munich Munster Myanmar Nairobi Namibia Nantes Naples Nashville
    Nebraska Nepal Netherlands Nevada Newark Newcastle Newport Nicaragua Niger Nigeria Nigerian Norfolk
    Northampton Norway Norwegian Norwich Nottingham Oakland Ohio Oklahoma Olympia Oman Ontario Oregon Orlando
    Oslo Oxford Pacific Pakistan Pakistani Pakistanis Palestine Palestinian Palestinians Panama Paraguay Paris
    Parisian Parma Pennsylvania Perth Peru Peruvian Philadelphia Philippine Philippines Phoenix Pittsburgh
    Plymouth Poland Poles Polish Portland Porto Portsmouth Portugal Portuguese Prague Providence Pyongyang Qatar
    Quebec Raleigh Rangoon Richmond Rochdale Roma Roman Romania Romanian Romans Rome Russia Russian Russians
    Rwanda Sacramento Salzburg Samoa Samoan Santiago Saudi Saudis Scandinavia Scotland Scots Scottish Seattle
    Senegal Seoul Serb Serbia Serbian Serbs Seville Shanghai Shia Shiite Shiites Siberia Siberian Sicily
    Singapore Slovak Slovakia Slovaks Slovene Slovenia Slovenian Somali Somalia Somalis Southampton Spain
    Spaniard Spaniards Spanish Springfield Stockholm Sudan Sudanese Suffolk Sunni Sunnis Surrey Sussex Sweden
    Swedes Swedish Swiss Switzerland Sydney Syria Syrian Syrians Taiwan Taiwanese Tallahassee Tampa Tanzania
    Tehran Tennessee Texan Texans Texas Thai Thailand Tokyo Tonga Tongan Topeka Toronto Tottenham Trenton
    Tripoli Tunisia Tunisian Turin Turk Turkey Turkish Turks Tuscan Uganda Ugandan Ukraine Ukrainian Ukrainians
    Ulster Uruguay Utah Valencia Vancouver Venezuela Venezuelan Venice Vermont Verona Versailles Vienna Vietnam
    Vietnamese Virginia Wales Warsaw Washington Welsh Wembley Wigan Wimbledon Wisconsin Worcester Wyoming Yemen
    Yemeni York Yorkshire Zambia Zambian Zealand Zimbabwe Zimbabwean Zurich
""")

# Frequent first names: two of them that look alike are mostly two people.
FIRST_NAMES = _words("""
    Aaron Abdul Abdullah Abraham Adam Adrian Adriana Ahmad Ahmed Alan Albert Alberto Alejandro Alex Alexander
    Alexandra Alexis Alfred Ali Alice Alicia Alison Allan Allen Allison Amanda Amber Amelia Amy Ana Andre Andrea
    Andreas Andrei Andrew Andrey Andy Angel Angela Angelina Angelo Anita Ann Anna Anne Annie Anthony Anton
    Antonia Antonio Ariana Ariel Armando Arnold Arthur Ashley Barack Barbara Barry Ben Benjamin Bernard Bernie
    Bert Beth Betty Beverly Bill Billy Blake Bob Bobby Boris Brad Bradley Brandon Brenda Brendan Brent Brett
    Brian Britney Bruce Bryan Byron Caitlin Calvin Cameron Camilla Camille Carl Carla Carlo Carlos Carly Carmen
    Carol Carole Carolina Caroline Carolyn Carrie Cassandra Catherine Cathy Cecil Cecilia Chad Charlene Charles
    Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina Christine Christopher Chuck Cindy Claire
    Clara Clarence Claude Claudia Clay Clifford Clint Clive Colin Colleen Connie Conor Corey Cory Craig Curt
    Curtis Cynthia Dale Damian Damien Damon Dan Dana Daniel Daniela Danielle Danny Darrell Darren Dave David
    Dawn Dean Deborah Debra Denis Denise Dennis Derek Diana Diane Dick Diego Dmitri Dmitry Dominic Don Donald
    Donna Doris Dorothy Doug Douglas Duncan Dylan Ed Eddie Edgar Edith Eduardo Edward Edwin Eileen Elaine
    Eleanor Elena Eli Elijah Elisabeth Elizabeth Ella Ellen Elliot Elliott Emil Emily Emma Enrique Eric Erica
    Erik Erin Ernest Ernie Esther Ethan Eugene Eva Evan Evelyn Felipe Felix Fernando Fiona Florence Frances
    Francesca Francesco Francis Francisco Frank Franklin Fred Freddie Frederick Gabriel Gareth Gary Gavin Gene
    Geoff Geoffrey George Georgia Gerald Gerard Gilbert Gillian Gina Glen Glenn Gloria Gordon Grace Graeme
    Graham Grant Greg Gregg Gregory Gus Guy Hank Hannah Hans Harold Harriet Harry Harvey Hassan Heather Hector
    Heidi Helen Helena Henri Henry Herbert Herman Hilary Hillary Holly Howard Hugh Hugo Hussein Ian Ibrahim Igor
    Ingrid Irene Iris Isaac Isabel Isabella Ismail Ivan Jack Jackie Jackson Jacob Jacqueline Jacques Jake James
    Jamie Jan Jane Janet Janice Jared Jason Javier Jay Jean Jeb Jeff Jeffrey Jelena Jennifer Jenny Jeremy Jerome
    Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo Joan Joanna Joanne Joaquin Jodie Joe Joel Johan Johann John
    Johnny Jon Jonathan Jordan Jorge Jose Josef Joseph Josh Joshua Joy Joyce Juan Juanita Judith Judy Julia
    Julian Juliana Julie Juliet June Justin Karen Karim Karl Karla Kate Katherine Kathleen Kathryn Kathy Katie
    Keith Kelly Ken Kenneth Kenny Kerry Kevin Kim Kimberly Kirk Kirsten Kirsty Kris Kristen Kristin Kurt Kyle
    Lara Larry Laura Lauren Laurence Lawrence Leah Lee Len Lena Leo Leon Leonard Leroy Lesley Leslie Lewis Liam
    Lily Linda Lindsay Lindsey Lisa Liz Lloyd Lois Lora Lorenzo Loretta Lori Lou Louis Louise Lucas Lucia Lucy
    Luis Luke Lynn Lynne Mahmoud Malcolm Marc Marcel Marcia Marco Marcos Marcus Margaret Maria Marian Marianne
    Marie Marilyn Marina Marine Mario Marion Marjorie Mark Marlene Marlon Marshall Martha Martin Martina Martyn
    Mary Mason Mathew Matt Matthew Maureen Maurice Max Maxwell Megan Mel Melania Melanie Melinda Melissa
    Mercedes Meredith Michael Michaela Michel Michele Michelle Miguel Mike Mila Milan Miles Milton Miranda Mitch
    Mohamed Mohammad Mohammed Moira Molly Mona Monica Morgan Morris Moses Muhammad Murray Myra Nadia Nancy Naomi
    Natalia Natalie Nathan Neil Nell Nelly Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Nina Noah Noel Nora
    Norma Norman Oleg Oliver Olivia Omar Osama Oscar Otto Owen Pablo Pam Pamela Pat Patricia Patrick Patrik Paul
    Paula Pauline Paulo Pedro Peggy Penelope Penny Percy Perry Pete Peter Phil Philip Philippe Phillip Phoebe
    Phyllis Pierre Pieter Priscilla Rachel Rafael Ralph Ramon Randall Randy Raul Ray Raymond Rebecca Reggie
    Reginald Rene Rex Ricardo Richard Rick Ricky Rita Rob Robbie Robby Robert Roberta Roberto Robin Rocky Rod
    Roderick Rodney Rodrigo Roger Roland Ron Ronald Ronnie Rory Rosa Rosalind Rose Rosemary Roy Ruben Rudolph
    Rudy Rupert Russ Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sandy Sara Sarah Saul Scott Sean
    Sebastian Serena Serge Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Shawn Sheila Shelley Sherry
    Shirley Sidney Simon Simone Sofia Sonia Sophia Sophie Spencer Stacey Stacy Stan Stanley Stefan Stella
    Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Susanna Susie Suzanne Sven Sylvia Tamara Tania Tanya
    Tara Ted Terence Teresa Teri Terrence Terri Terry Thelma Theodore Theresa Thomas Tiffany Tim Timothy Tina
    Toby Todd Tom Tomas Tommy Toni Tony Tracey Tracy Travis Trevor Trudy Tyler Ursula Valerie Vanessa Vera
    Vernon Veronica Vicki Vicky Victor Victoria Vince Vincent Viola Violet Virginia Vivian Vladimir Wade Walter
    Warren Wayne Wendy Wesley Wilfred Will Willem William Willie Willis Winston Xavier Yasser Yolanda Yvonne
    Zachary Zoe
""")

# Surnames so frequent that a bare one may be anybody's.
SURNAMES = _words("""
    Adams Allen Anderson Andrews Armstrong Arnold Baker Barnes Barton Bennett Booth Brooks Brown Bryant Burns
    Bush Butler Campbell Carson Carter Clark Clarke Clinton Cohen Coleman Collins Cooper Cox Cruz Davies Davis
    Dawson Diaz Dixon Edwards Ellis Evans Ferguson Fisher Ford Foster Fox Franklin Freeman Gibson Gomez Gonzalez
    Graham Grant Gray Green Greene Griffin Hall Hamilton Hansen Harris Harrison Hart Harvey Hawkins Hayes
    Henderson Henry Hernandez Hill Hoffman Holmes Howard Howe Hudson Hughes Hunt Hunter Jackson James Jefferson
    Jenkins Johnson Jones Kaine Kelly Kennedy Kerry King Larson Lawrence Lee Lewis Lopez Martin Martinez Mason
    Matthews Mills Mitchell Moore Morgan Morris Morrison Murphy Murray Nelson Newton Nixon Obama Owens Palmer
    Parker Patterson Paul Pearson Pence Perez Perry Peterson Phillips Porter Powell Price Ramirez Reagan Reed
    Reid Reynolds Rice Richards Richardson Roberts Robertson Robinson Rodriguez Rogers Romney Rose Ross Ruiz
    Russell Ryan Sanchez Sanders Scott Shaw Simmons Simpson Smith Snow Spencer Stevens Stewart Stone Sullivan
    Taylor Thomas Thompson Thomson Torres Tucker Turner Walker Wallace Ward Warren Watson Webb Wells West White
    Williams Williamson Willis Wilson Wood Woods Wright Young
""")
