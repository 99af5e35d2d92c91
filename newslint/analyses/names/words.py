"""Words that tell names from other capitals: titles, ordinary words, places, peoples and first names."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


# Abbreviations read as one word with their full stop when a name follows.
ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Cpl|Sgt|"
    "Adm|Prof|Rev|Fr|Hon|Pres|Amb|Atty|Supt|Insp|Det|Msgr|Jr|Sr|St|Ste|Mt|Ft"
)

# Small words inside a name.
PARTICLES = "van|von|der|den|de|del|della|dal|dalla|di|da|dos|du|la|le|lo|zu|af|bin|ibn|al|el|ter|ten|y"

# Articles that Arabic names join to a word with a hyphen.
ARTICLES = "al|el|ul|ad|an|ar|as|ash|at|az|abu|ed|es"

# Titles and offices that stand before a name.
TITLES = word_set("""
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
COURTESY = word_set("""
    Adm Capt Col Dame Dr Gen Gov Judge Lady Lord Lt Maj Miss Mr Mrs Ms Mx Prof Rep Rev Sen Sgt Sir
""")

# What may follow a name and is no part of it.
SUFFIXES = word_set("""
    CBE II III IV Jr MBE MEP MP MSP OBE QC Sr
""")

# Words that open sentences, or join a title: no part of a name even where they are capitalised.
FUNCTION = word_set("""
    A About Above According Across Actually Add Added Adding Afield After Afterwards Again Against Ago All
    Almost Along Already Also Although Always Am Amid Among An And Another Any Anybody Anyone Anything Anyway
    Apart Apparently Are Aren Around As Aside Asked At Away Back Based Basically Be Because Been Before Behind
    Being Below Beneath Beside Besides Best Better Between Beyond Both Briefly But By Can Certainly Clearly Come
    Compared Could Critics Currently Despite Did Do Does Doing Don Done Down Due During Each Earlier Eight
    Either Else Elsewhere Enough Especially Essentially Even Eventually Ever Every Everybody Everyone Everything
    Evidently Except Farther Few Fewer Finally Five For Former Formerly Fortunately Four From Further Generally
    Get Give Given Go Going Good Got Had Half Hardly Has Have Having He Hello Hence Her Here Hereby Hers Herself
    Him Himself His Hopefully How However I Ideally If Ignore Imagine Importantly In Including Increasingly
    Indeed Initially Inside Instead Interestingly Into Is Isn It Its Itself Just Keep Know Largely Last Late
    Lately Later Latest Least Less Lest Let Like Likewise Literally Little Long Look Lots Made Mainly Make
    Making Many Maybe Me Meantime Meanwhile Merely Might Mine More Moreover Most Mostly Much Must My Myself
    Naturally Near Nearly Neither Never Nevertheless Next Nine No Nobody None Nonetheless Nor Normally Not
    Notably Nothing Now Nowhere Obviously Occasionally Of Off Often Oh Okay Old On Once One Ones Only Onto Or
    Originally Other Others Otherwise Our Ours Ourselves Out Outside Over Overall Own Part Particularly Perhaps
    Personally Please Plus Possibly Presumably Previously Primarily Probably Put Quickly Quite Rarely Rather
    Read Really Recent Recently Regarding Repeatedly Reportedly Right Sadly Said Same Say Saying Says See
    Seemingly Seen Seven Several Shall She Should Similarly Simply Since Six Slowly So Some Somebody Somehow
    Someone Something Sometimes Somewhere Soon Speaking Specifically Still Strangely Strikingly Such Suddenly
    Supposedly Sure Surely Take Taken Tell Ten Than Thank Thanks That The Their Theirs Them Themselves Then
    There Therefore These They Thing Things Think This Those Though Three Through Throughout Thus Till To Today
    Together Told Tomorrow Tonight Too Toward Towards Traditionally Truly Trying Twice Two Typically Ultimately
    Under Underneath Undoubtedly Unfortunately Unless Unlike Until Up Upon Us Use Used Using Usually Very Via
    Want Was We Well Went Were What Whatever When Whenever Where Whereas Wherever Whether Which While Who
    Whoever Whole Whom Whose Why Will With Within Without Worse Would Yeah Yes Yesterday Yet You Your Yours
    Yourself
""")

# Ordinary words that often bear a capital in headlines, titles and the names of bodies.
PLAIN = word_set("""
    Abortion Academy Access Account Accounts Acid Action Active Acts Address Administration Administrations
    Administrative Administrator Admits Adult Advice Affair Affairs Agency Agent Agents Aide Aides Airlines
    Airport Airways Alarm Album Alert Alliance Allied Allies Ally Amendment Amendments Analysis Analyst Analysts
    Angel Angels Anger Angry Animal Annual Answer Anthem Apple April Arena Army Arrest Article Artist Artists
    Arts Assembly Asset Assistant Associate Association Athletic Attack Attacks Attempt Auction Audience August
    Author Authority Award Awards Baby Bafta Baftas Balance Ballet Ballot Band Bands Bank Banker Bankers Banks
    Baptist Barrier Base Baseball Basic Basket Bath Battle Beach Bear Bears Beat Beats Beauty Beer Bell Belt
    Benefit Bible Bids Bigger Bill Billion Bills Bird Birds Birth Bishop Bishops Black Blame Blast Block Blood
    Blow Blue Blues Board Boat Body Bollywood Bomb Bond Bonds Bonus Book Books Boost Border Born Boss Bowl Boys
    Brain Brand Brave Bread Break Breaking Bridge Brief Bring Brings Brit British Brits Broad Broadcast Broadway
    Brother Brothers Buddhist Budget Build Building Built Bureau Bus Business Butler Buyers Cabinet Cable Call
    Called Calls Camera Camp Campaign Campus Canal Cancer Candidate Candidates Capital Capitol Captain Card
    Cardinal Cards Care Career Cars Case Cases Cash Castle Catch Catholic Catholics Caucus Cause Center Central
    Centre Century Chain Chair Challenge Champion Champions Championship Chance Change Changes Channel Channels
    Chapter Charge Charges Charity Chart Charter Chase Chat Check Chief Chiefs Child Children Choice Choir
    Christian Christians Christmas Church Cinema Circle Circuit Citizen Citizens City Civic Civil Claim Claims
    Class Classic Clean Clear Clerk Climate Clinic Close Closed Clothes Cloud Club Clubs Coach Coal Coalition
    Coast Code Cold Collection Collections College Column Comedy Comic Coming Command Comment Comments Commerce
    Commission Committee Common Commons Communist Community Company Compass Complex Computer Concert Conference
    Congress Connect Connection Connections Conservative Conservatives Constitution Construct Construction
    Consultant Consultants Consumer Contact Content Contents Contest Contract Contractor Contractors Contracts
    Control Convention Cook Cool Core Corporate Corporation Correction Cost Costs Council Counsel Count Counter
    Country County Couple Courage Court Courts Cover Craft Crash Crazy Creation Creative Creator Creators Credit
    Crew Crime Crimes Crisis Critic Cross Crown Cruise Culture Currency Customer Customers Customs Cuts Daily
    Dairy Dance Dark Data Dawn Days Dead Deal Dealer Deals Death Deaths Debate Debates Debt December Decision
    Deep Defence Defense Delegate Delegates Delta Demand Democracy Democrat Democratic Democrats Department
    Deputy Desert Design Desk Detective Development Diary Digital Direct Director Directors Disaster Discovery
    Disease Disk District Division Doctor Doctors Document Dogs Dollar Dollars Domestic Door Double Draft Drama
    Dream Dreams Drive Driver Drop Drug Drugs Dying Eagle Eagles Early Earth East Eastern Easy Economic
    Economics Economist Economists Economy Edge Edition Editor Education Effect Elect Election Elections
    Electoral Electric Electronic Elements Emergency Emmy Emmys Empire Employees Ending Energy Enforcement
    Engine Engineer English Enter Enterprise Environment Epic Episode Equal Equity Error Essay Estate Ethics
    Euro Euros Event Events Evidence Exchange Exclusive Executive Executives Exit Expect Expert Experts Expo
    Express Eyes Face Facebook Faces Facility Fact Factor Factory Facts Fair Faith Fake Fall Falls False Fame
    Family Fans Farm Farmer Farmers Fashion Fast Father Favorite Fear Fears Feature Features February Federal
    Federation Feel Fellow Fellows Female Festival Field Fields Fight Fighter Film Films Final Finance Financial
    Find Fine Fire Firm Firms First Fiscal Fish Flag Flash Flight Flood Floor Focus Folk Food Fool Foot Football
    Force Forces Foreign Forest Form Formula Fort Forum Forward Foundation Founder Founders Fraction Frame Free
    Freedom Freight Fresh Friday Friend Friends Front Frontier Fuel Full Function Fund Funding Funds Fury Future
    Gain Gains Gallery Game Games Gang Garden Gates Gays Gender General Generation Genius Ghost Giant Giants
    Girl Girls Give Glass Global Gold Golden Golf Google Government Governor Governors Grace Grade Grammy
    Grammys Grand Grant Graphic Great Greater Green Grid Ground Grounds Group Groups Grow Growing Growth Guard
    Guards Guest Guide Guild Guilty Guns Hall Hand Hands Happy Harbor Harbour Hard Hate Hawk Hawks Head Heads
    Health Hearing Heart Heat Heaven Heavy Hedge Hell Help Helped Heritage Hero Heroes High Higher Highway Hill
    Hills Hindu Hindus Hint Hispanic Hispanics Historic History Hold Holding Holdings Holiday Hollywood Holy
    Home Homeland Homes Honor Hope Hopes Horizon Horse Hospital Host Hotel Hours House Household Houses Housing
    Huge Human Hundred Hundreds Hunt Hurricane Idea Ideas Identity Image Images Impact Import Income
    Independence Independent Index Industrial Industries Industry Influence Initiative Innovation Inquiry
    Insider Insight Inspection Inspector Institute Instruction Insurance Integration Intelligence Interactive
    Interest Interface Interior Internal International Internet Interview Investment Investments Investor
    Investors Iron Islam Islamic Islamism Islamist Islamists Island Islands Issue Issues Item January Jersey
    Jets Jewish Jews Job Jobs Joint Journal Journey Judge Judges Judgment July Jump Junction June Junior Jury
    Justice Keynote Kids Kill Killed Killer Kind King Kingdom Kings Knight Knights Labor Laboratory Labour Lady
    Lake Land Landing Lands Language Large Laser Latina Latino Latinos Laugh Launch Law Lawmakers Laws Lawyer
    Lawyers Layer Lead Leader Leaders Leading League Learn Leave Leaves Lecture Left Legacy Legal Legend Legion
    Lesson Letter Letters Level Liberal Liberals Liberty Library Licence License Life Light Lights Limited Line
    Lines Link Links Linux Lion Lions List Live Lives Living Loan Lobby Local Location Logic Lone Looking Looks
    Lord Lords Lose Loss Lost Loud Love Lower Luck Machine Magazine Magic Mail Main Major Majority Makers Male
    Mall Management Manager Mandate Manor Marathon March Margin Marine Marines Mark Market Marketing Markets
    Marriage Martial Mass Master Masters Match Material Matrix Matter Maximum May Mayor Mean Means Measure
    Mechanism Media Medical Medicare Meet Meeting Meets Member Members Memo Memorial Memory Mental Merchant
    Mercury Merger Message Metal Method Methods Metrics Metro Microsoft Middle Midnight Mile Military Mill
    Million Mind Mine Mining Minister Ministers Ministry Minority Minute Minutes Miracle Mirror Missile Missing
    Mission Mixed Mobile Mobility Mode Model Modern Module Mom Moment Monday Money Monitor Monster Month Months
    Monument Moon Moral Morning Mortgage Mosque Mother Mothers Motion Motor Motors Mount Mountain Mouth Move
    Movement Moves Movie Murder Museum Music Muslim Muslims Mutual Mystery Name Names Narrative Nation National
    Nationals Nations Native Natural Nature Naval Navy Need Needs Network Networks New News Newspaper Night Nights
    Nobel Noble Nominee Normal North Northern Note Notes Notice November Nuclear Number Numbers Nurse Nurses
    Oath Object Observer Ocean October Odyssey Office Officer Officers Official Officials Olympic Olympics
    Online Open Opening Opera Operation Opinion Opposition Orange Order Orders Organisation Organization
    Original Oscar Oscars Owner Owners Pact Page Pages Paid Pain Palace Panel Panther Panthers Paper Papers
    Parade Paradise Paralympic Parents Parish Park Parks Parliament Parties Partner Partners Partnership Party
    Pass Passage Passenger Passion Passport Past Pastor Patent Path Pathway Patient Patients Patriot Patriots
    Patrol Pattern Payment Payroll Peace Peak Pearl Penalty Pension People Percent Perfect Performance Period
    Permit Person Personal Personality Personnel Perspective Pharmacy Phase Philosophy Phone Phones Photo Photos
    Physics Piano Picture Pictures Pilot Pirate Pirates Place Places Plan Plane Planet Planning Plans Plant
    Platform Platforms Play Player Players Playing Plaza Pledge Plot Pocket Poetry Point Points Police Policy
    Political Politico Politics Poll Polls Pool Poor Popular Port Portal Portfolio Position Positive Post Posts
    Potential Pound Power Powerful Powers Practice Prayer Premier Premiership Premium Present Preservation
    Presidency President Presidential Presidents Press Pressure Preview Price Prices Pride Primaries Primary
    Prime Prince Principal Principle Print Priority Prison Private Prize Problem Problems Procedure Process
    Processor Producer Product Production Products Profession Professor Profile Profit Profits Program Progress
    Project Promise Property Prosecutor Prospect Protection Protest Protestant Protests Protocol Proud Province
    Provision Public Publication Publisher Publishing Pulitzer Punk Purchase Pure Purpose Push Quality Quantum
    Quarter Queen Queens Query Quest Question Questions Quick Quiet Race Races Racing Radical Radio Rail Railway
    Rain Raise Raises Rally Ranger Rangers Ranking Rate Rates Rating Reach Reaction Reader Readers Ready Real
    Reality Reason Rebel Rebels Record Records Recovery Recreation Recruitment Reds Reduction Reference
    Reflection Reform Refugee Refugees Region Regional Register Registry Regulation Regulator Regulators
    Relations Release Relief Religion Religious Rental Repair Report Reporter Reporters Reports Representation
    Republic Republican Republicans Research Reserve Reservoir Residence Resident Residents Resilience
    Resistance Resolution Resort Resource Resources Response Rest Restaurant Restoration Result Results Retail
    Retirement Return Returns Reuters Revenue Review Revival Revolution Reward Rhythm Rich Rider Riders Rifle
    Rights Ring Rise Rises Rising Risk Ritual Rival Rivals River Road Roads Robot Rock Rocks Rocky Role Roll
    Romance Roof Room Rope Rose Rough Round Routine Royal Royals Royalty Rugby Rule Rules Runner Running Rural
    Rush Russian Sacred Safe Safety Sail Saint Saints Salary Sale Sales Sample Sanctions Sand Satellite Saturday
    Save Savings Scandal Scene Scholar Scholars School Schools Science Scientist Scientists Score Screen Script
    Search Season Seasons Seat Second Secret Secretary Section Sector Security Seek Seeks Seems Segment Seminar
    Senate Senator Senators Send Senior Sense September Sequence Series Serve Server Service Services Session
    Setting Settlement Seven Shadow Shame Share Shares Sharp Shelter Sheriff Shield Shift Ship Ships Shock Shop
    Shopping Shops Short Shot Shots Show Shows Side Sign Signal Signature Signs Silent Silicon Silver Simple
    Single Sister Sisters Site Sites Situation Skills Slam Slams Small Smart Smith Snow Social Society Software
    Solar Soldier Soldiers Solid Solution Solutions Song Songs Soul Sound Source Sources South Southern Space
    Spanish Special Species Spectator Spectrum Speech Speed Spirit Spokesperson Sponsor Sport Sports Spot Spring
    Square Stable Stadium Staff Stage Stand Standard Standing Stands Star Stars Start Starts State Statement
    States Station Statistics Status Stay Steel Step Stock Stocks Stone Stop Stops Storage Store Stores Stories
    Storm Story Straight Strange Strategic Strategy Stream Street Strike Strong Structure Student Students
    Studio Studios Study Style Subject Submission Submit Subsidy Suburb Success Sudden Sugar Suit Summer Summit
    Sunday Super Supplement Supply Support Supporters Supreme Surf Surface Surgeon Surgery Surplus Surveillance
    Survey Survivor Survivors Sustainable Sweet Swing Symbol Symphony Syndicate System Systems Table Takes
    Talent Talk Talks Target Tariff Task Taxation Taxes Teacher Teachers Team Tech Technology Telecom Telecoms
    Telegraph Telephone Television Template Temple Tenant Term Terminal Terms Territory Terror Terrorism
    Terrorist Terrorists Test Testimony Tests Text Textile Theater Theatre Theory Therapy Third Thousands Threat
    Thunder Thursday Ticket Tiger Tigers Time Times Tissue Title Tobacco Topic Tories Tory Total Touch Tour
    Tourism Tourist Tournament Tower Towers Town Trace Track Trade Trader Traders Tradition Traffic Tragedy
    Trail Train Trainer Training Transfer Transit Transition Translation Transmission Transport Travel Treasure
    Treasury Treatment Treaty Tree Trial Tribe Tribunal Tribune Tribute Trip Triumph Tropical Trouble Truck True
    Trust Trustee Trustees Truth Tuesday Tunnel Turn Turns Twin Twitter Type Uniform Union Unions Unique Unit
    United Unity Universal Universe University Update Updates Upper Urban User Users Utility Vaccine Vacuum
    Valley Value Values Variety Vegas Vehicle Vehicles Venture Verdict Version Vessel Veteran Veterans Vice
    Victim Victims Victory Video View Views Village Vintage Violence Virtual Virus Vision Visit Visitor Visitors
    Visual Vocal Voice Voices Volume Volunteer Vote Voted Voter Voters Votes Voting Voyage Wage Walk Wall Walls
    Wants War Ward Warning Warrior Warriors Wars Waste Watch Water Waterfront Watson Wave Ways Wealth Weapon
    Weapons Wear Weather Website Wednesday Week Weekend Weekly Weeks Welfare Wellness West Western Wheel White
    Wholesale Wide Widow Wife Wild Wilderness Wildlife Wind Window Windows Wine Wing Wings Winner Winter Wire
    Wireless Wisdom Witness Witnesses Wolf Wolves Woman Women Wonder Wood Woods Word Words Work Worker Workers
    Workforce Working Workplace Works Workshop World Worship Worst Worth Writer Writers Writing Wrong Yahoo Yard
    Yards Year Years Yellow Yield Young Younger Youth Zone
""")

# Countries, peoples and towns that stand close to one another or to people's names.
PLACES = word_set("""
    Afghan Afghanistan Afghans Africa African Africans Alabama Alaska Albania Albanian Albany Algeria Algerian
    Alpine America American Americans Americas Amsterdam Andean Anglican Anglicans Angola Ankara Annapolis Arab
    Arabia Arabian Arabic Arabs Argentina Argentine Argentinian Arizona Arkansas Armenia Armenian Asia Asian
    Asians Athens Atlanta Atlantic Austin Australia Australian Australians Austria Austrian Austrians Baghdad
    Bahrain Balkan Balkans Baltic Baltimore Bangkok Bangladesh Barcelona Bath Bavaria Beijing Beirut Belarus
    Belarusian Belfast Belgian Belgium Belgrade Berlin Bermuda Bismarck Boise Bolivia Bolton Bosnia Bosnian
    Boston Bradford Brazil Brazilian Brazilians Brighton Bristol Britain British Briton Britons Brooklyn
    Brussels Bulgaria Bulgarian Burma Burmese Burundi Cairo California Cambodia Cambridge Cameroon Canada
    Canadian Canadians Canberra Cannes Cardiff Caribbean Carolina Catalan Catalonia Celtic Celts Charlotte
    Chechen Chechnya Chelsea Chester Cheyenne Chicago Chile Chilean China Chinese Cincinnati Cleveland Cologne
    Colombia Colombian Colorado Columbia Columbus Concord Congo Connecticut Copenhagen Croatia Croatian Croats
    Cuba Cuban Cubans Cyprus Czech Czechs Dakota Dallas Damascus Danes Danish Darfur Delaware Delhi Denmark
    Denver Derby Detroit Dover Dubai Dublin Dundee Durham Dutch Ecuador Edinburgh Egypt Egyptian Egyptians
    England English Essex Estonia Estonian Ethiopia Europe European Europeans Everton Exeter Fiji Finland
    Finnish Finns Flanders Florence Florida France Frankfort Frankfurt French Gabon Gaelic Gambia Gaza Geneva
    Genoa Georgia Georgian German Germans Germany Ghana Gibraltar Glasgow Greece Greek Greeks Greenland
    Guantanamo Guatemala Guinea Gulf Guyana Haiti Haitian Hamburg Hampshire Hanoi Harlem Harrisburg Hartford
    Havana Hawaii Hebrew Helsinki Holland Honduras Honolulu Houston Hull Hungarian Hungary Iberian Iceland Idaho
    Illinois India Indian Indiana Indianapolis Indians Indonesia Indonesian Iowa Iowan Iowans Iran Iranian
    Iranians Iraq Iraqi Iraqis Ireland Irish Israel Israeli Israelis Istanbul Italian Italians Italy Jakarta
    Jamaica Jamaican Japan Japanese Jerusalem Jordan Jordanian Juneau Kabul Kansas Kashmir Kashmiri Kashmiris
    Kazakhstan Kent Kentucky Kenya Kenyan Kiev Korea Korean Koreans Kosovo Kremlin Kurd Kurdish Kurds Kuwait
    Kuwaiti Lagos Lancashire Lansing Latin Latins Latvia Latvian Lebanese Lebanon Leeds Leicester Lens Lesotho
    Liberia Libya Libyan Lille Lisbon Lithuania Lithuanian Liverpool London Londoners Louisiana Luton Luxembourg
    Lyon Lyons Macedonia Madagascar Madrid Maine Malawi Malaysia Malaysian Mali Malta Maltese Manchester
    Manhattan Manila Maori Maoris Maryland Massachusetts Mauritania Mauritius Mecca Mediterranean Melbourne
    Memphis Mexican Mexicans Mexico Miami Michigan Midwest Milan Minnesota Mississippi Missouri Moldova Monaco
    Montana Montgomery Montpelier Moroccan Morocco Moscow Mozambique Mumbai Munich Munster Myanmar Nairobi
    Namibia Nantes Naples Nashville Nebraska Nepal Netherlands Nevada Newark Newcastle Newport Nicaragua Niger
    Nigeria Nigerian Nordic Norfolk Northampton Norway Norwegian Norwich Nottingham Oakland Ohio Oklahoma
    Olympia Oman Ontario Oregon Orlando Oslo Ottoman Oxford Pacific Pakistan Pakistani Pakistanis Palestine
    Palestinian Palestinians Panama Paraguay Paris Parisian Parma Pennsylvania Persian Perth Peru Peruvian
    Philadelphia Philippine Philippines Phoenix Pittsburgh Plymouth Poland Poles Polish Portland Porto
    Portsmouth Portugal Portuguese Prague Providence Pyongyang Qatar Quebec Raleigh Rangoon Richmond Rochdale
    Roma Roman Romania Romanian Romans Rome Russia Russian Russians Rwanda Sacramento Salzburg Samoa Samoan
    Santiago Saudi Saudis Scandinavia Scotland Scots Scottish Seattle Senegal Seoul Serb Serbia Serbian Serbs
    Seville Shanghai Shia Shiite Shiites Siberia Siberian Sicily Singapore Slavic Slovak Slovakia Slovaks
    Slovene Slovenia Slovenian Somali Somalia Somalis Southampton Soviet Soviets Spain Spaniard Spaniards
    Spanish Springfield Stockholm Sudan Sudanese Suffolk Sunni Sunnis Surrey Sussex Sweden Swedes Swedish Swiss
    Switzerland Sydney Syria Syrian Syrians Taiwan Taiwanese Tallahassee Tampa Tanzania Tehran Tennessee Texan
    Texans Texas Thai Thailand Tokyo Tonga Tongan Topeka Toronto Tottenham Trenton Tripoli Tunisia Tunisian
    Turin Turk Turkey Turkish Turks Tuscan Uganda Ugandan Ukraine Ukrainian Ukrainians Ulster Uruguay Utah
    Valencia Vancouver Venezuela Venezuelan Venice Vermont Verona Versailles Vienna Vietnam Vietnamese Virginia
    Wales Warsaw Washington Welsh Wembley Wigan Wimbledon Wisconsin Worcester Wyoming Yemen Yemeni Yiddish York
    Yorkshire Zambia Zambian Zealand Zimbabwe Zimbabwean Zurich
""")

# Frequent first names: two of them that look alike are mostly two people.
FIRST_NAMES = word_set("""
    Aaron Abdel Abdul Abdullah Abraham Adam Adrian Adriana Agnieszka Ahmad Ahmed Akira Alan Albert Alberto
    Alejandro Alex Alexander Alexandra Alexis Alfred Ali Alice Alicia Alison Allan Allen Allison Alvaro Amanda
    Amber Amelia Amit Amy Ana Anders Andre Andrea Andreas Andrei Andres Andrew Andrey Andrii Andriy Andrzej
    Andrés Andy Angel Angela Angelina Angelo Anil Anita Ann Anna Annalena Anne Annie Anthony Anton Antonia
    Antonio Anwar Ariana Ariel Armando Arnold Arthur Arun Ashley Ashok Ashraf Asif Augusto Ayad Ayman Barack
    Barbara Barry Bashar Ben Benazir Benjamin Bernard Bernie Bert Beth Betty Beverly Bill Billie Billy Binyamin
    Bjorn Björn Blake Bob Bobby Boris Brad Bradley Brandon Brenda Brendan Brent Brett Brian Britney Bruce Bryan
    Byron Caitlin Calvin Cameron Camilla Camille Carl Carla Carlo Carlos Carly Carmen Carol Carole Carolina
    Caroline Carolyn Carrie Cassandra Catherine Cathy Cecil Cecilia Chad Charlene Charles Charlie Charlotte Che
    Chelsea Cheryl Chloe Chris Christian Christina Christine Christoph Christopher Chuck Cindy Claire Clara
    Clarence Claude Claudia Clay Clifford Clint Clive Colin Colleen Connie Conor Corey Cory Craig Cristina Curt
    Curtis Cynthia Cyril Dale Damian Damien Damon Dan Dana Daniel Daniela Danielle Danny Darrell Darren Dave
    David Dawn Dean Deborah Debra Deepak Denis Denise Dennis Derek Desmond Diana Diane Dick Diego Dilma Dimitris
    Dmitri Dmitry Dmytro Dominic Dominique Don Donald Donna Doris Dorothy Doug Douglas Dragan Duncan Dylan Ed
    Eddie Edgar Edith Edouard Eduardo Edward Edwin Ehud Eileen Elaine Eleanor Elena Eli Elijah Elisabeth
    Elizabeth Ella Ellen Elliot Elliott Elon Emil Emily Emma Emmanuel Enrique Eric Erica Erik Erin Ernest Ernie
    Esther Ethan Eugene Eva Evan Evelyn Evo Faisal Felipe Felix Fernando Fidel Fiona Florence Frances Francesca
    Francesco Francis Francisco Francois Frank Franklin François Fred Freddie Frederick Friedrich Gabriel Gamal
    Gareth Gary Gavin Gene Geoff Geoffrey George Georgia Gerald Gerard Gerhard Gilbert Gillian Gina Giorgos
    Giovanni Giuseppe Glen Glenn Gloria Golda Goodluck Goran Gordon Grace Graeme Graham Grant Greg Gregg Gregory
    Greta Gus Guy Hamad Hamid Hank Hannah Hans Harold Harriet Harry Harvey Hassan Heather Hector Heidi Heinrich
    Helen Helena Helmut Henri Henrik Henry Herbert Herman Hilary Hillary Hiroshi Holly Hosni Howard Hugh Hugo
    Hussein Ian Ibrahim Igor Ihor Imran Indira Ingrid Ioannis Irene Irina Iris Iryna Isaac Isabel Isabella
    Ismail Ivan Ivanka Iyad Jacinda Jacinta Jack Jackie Jackson Jacob Jacqueline Jacques Jake Jalal James Jamie
    Jan Jane Janet Janice Jared Jason Javier Jay Jean Jeb Jeff Jeffrey Jelena Jennifer Jenny Jens Jeremy Jerome
    Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo Joan Joanna Joanne Joaquin Jodie Joe Joel Johan Johann John
    Johnny Jon Jonathan Jordan Jorge Jose Josef Joseph Josh Joshua José Jovan Joy Joyce Juan Juanita Judith Judy
    Julia Julian Juliana Julie Juliet June Junichiro Jurgen Justin Jürgen Kamala Karen Karim Karl Karla
    Katarzyna Kate Katherine Kathleen Kathryn Kathy Katie Keir Keira Keith Kelly Kellyanne Ken Kenji Kenneth
    Kenny Kerry Kevin Khaled Khalid Kim Kimberly Kirk Kirsten Kirsty Klaus Kofi Kris Kristen Kristin Krzysztof
    Kurt Kwame Kyle Lara Larry Lars Laura Lauren Laurence Laurent Lawrence Leah Lech Lee Len Lena Leo Leon
    Leonard Leroy Lesley Leslie Lewis Liam Lily Linda Lindsay Lindsey Lisa Liz Lloyd Lois Lora Lorenzo Loretta
    Lori Lou Louis Louise Luca Lucas Lucia Lucy Luigi Luis Luke Lula Luís Lynn Lynne Magnus Mahmoud Malala
    Malcolm Manmohan Marc Marcel Marcia Marco Marcos Marcus Marek Margaret Maria Marian Marianne Marie Marija
    Marilyn Marina Marine Mario Marion Marjorie Mark Marlene Marlon Marshall Martha Martin Martina Martyn Mary
    Mason Massimo Mathew Matt Matteo Matthew Maureen Maurice Max Maxwell Megan Mel Melania Melanie Melinda
    Melissa Mercedes Meredith Mette Michael Michaela Michel Michele Michelle Miguel Mike Mila Milan Miles Milos
    Milton Miranda Mitch Mohamed Mohammad Mohammed Moira Molly Mona Monica Moqtada Morgan Morris Moses Muammar
    Muhammad Murray Mykhailo Mykola Myra Nadia Nancy Naomi Narendra Natalia Natalie Natalya Nathan Nawaz Neil
    Nell Nelly Nelson Nestor Nicholas Nick Nicola Nicolas Nicole Nicolás Nigel Nikos Nina Noah Noel Nora Norma
    Norman Nouri Novak Nuri Néstor Olaf Oleg Oleksandr Oleksii Oleksiy Olena Oliver Olivia Olusegun Omar Osama
    Oscar Otto Owen Pablo Pam Pamela Pat Patricia Patrick Patrik Paul Paula Pauline Paulo Pavel Pedro Peggy
    Penelope Penny Percy Perry Pervez Pete Peter Petro Phil Philip Philippe Phillip Phoebe Phyllis Pierre Pieter
    Piotr Priscilla Priya Rachel Rafael Rahul Rajiv Ralph Rami Ramon Randall Randy Rashid Raul Ravi Ray Raymond
    Raúl Rebecca Reggie Reginald Rene Rex Ricardo Richard Rick Ricky Rishi Rita Rob Robbie Robby Robert Roberta
    Roberto Robin Rocky Rod Roderick Rodney Rodrigo Roger Roland Romano Ron Ronald Ronnie Rory Rosa Rosalind
    Rose Rosemary Roy Ruben Rudolph Rudy Rupert Russ Russell Ruth Ryan Sachin Saddam Sally Salman Salvador Sam
    Samantha Samir Samuel Sandra Sandy Sanjay Sara Sarah Satya Saul Scott Sean Sebastian Serena Serge Sergei
    Sergey Sergii Sergio Serhiy Seth Shane Shannon Sharon Shaun Shawn Sheikh Sheila Shelley Sherry Shimon Shinzo
    Shirley Sidney Silvio Simon Simone Slobodan Sofia Sonia Sophia Sophie Spencer Stacey Stacy Stan Stanley
    Stefan Stella Stephanie Stephen Steve Steven Stevie Stewart Stuart Sue Sundar Susan Susanna Susie Suzanne
    Sven Sylvia Ségolène Takeshi Tamara Tania Tanya Tara Tariq Ted Terence Teresa Teri Terrence Terri Terry
    Tetiana Thabo Thelma Theodore Theresa Thomas Tiffany Tim Timothy Tina Toby Todd Tom Tomas Tomasz Tommy Toni
    Tony Tracey Tracy Travis Trevor Trudy Tyler Ursula Valerie Vanessa Vera Vernon Veronica Vicente Vicki Vicky
    Victor Victoria Vijay Viktor Vince Vincent Viola Violet Virginia Vitali Vitaliy Vitaly Vivian Vladimir
    Volodymyr Wade Walter Warren Wayne Wendy Wesley Wilfred Will Willem William Willie Willis Winston Wolfgang
    Xavier Yasser Yevgeny Yevhen Yitzhak Yoko Yolanda Yuki Yulia Yuliya Yvonne Zachary Zoe Zoran Álvaro Ángel
    Élisabeth Óscar
""")

# Surnames so frequent that a bare one may be anybody's.
SURNAMES = word_set("""
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

# Endings that make another word of a name: plurals, peoples, followers, verbs and pet names.
ENDINGS = word_set("""
    s es d r i is a o e n an ans ian ians ean ish ic ist ists ism ite ites er ers ese y ie ey ies in ina ine ed
    ing land son sen us ns ia man ton al ly
""")
