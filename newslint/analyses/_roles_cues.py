"""Words that pages carry round a story: whole lines, openings and phrases, by what they are for."""

from __future__ import annotations

# What each sort of words is for, as `newslint show` says it.
SORTS = {
    "menu": "a page's menu",
    "share": "a share or follow button",
    "ad": "an advertisement",
    "related": "a link to other stories",
    "newsletter": "a newsletter prompt",
    "account": "a subscription or sign-in prompt",
    "legal": "a legal or copyright notice",
    "player": "a video player or picture gallery",
    "comments": "a comment form",
    "time": "a page's time stamp",
    "writer": "a page's author line",
    "picture": "a picture credit",
    "scene": "a picture caption",
    "tag": "a list of topics",
    "author": "an author's biography",
}

# A line that is nothing but one of these (digits read as 0, case and outer punctuation put aside).
LINES: dict[str, str] = {
    "menu": """
        news|home|search|world|about|about us|politics|business|contact|contact us|opinion|opinions|careers|
        sport|sports|advertise|topics|science|health|jobs|entertainment|weather|africa|asia|europe|middle east|
        united states|music|shop|shopping|football|markets|tech|technology|culture|site map|sitemap|close|usa|
        u.s|us|uk|life|help|tags|back|magazine|coupons|weekly|money|lifestyle|life & style|travel|press|budget|
        gaming|games|site index|menu|main menu|open menu|close menu|navigation|skip to content|
        skip to main content|accessibility|accessibility statement|archive|archives|local|local news|national|
        international|education|environment|climate|finance|economy|arts|arts & entertainment|books|film|movies|
        tv|theater|theatre|style|fashion|food|food & drink|real estate|autos|cars|obituaries|classifieds|
        crossword|puzzles|horoscopes|podcast|podcasts|features|blogs|blog|columnists|columns|editorial|
        editorials|letters|cartoons|faq|faqs|all|all topics|all news|sections|edition|editions|language|english|
        español|deutsch|français|settings|back to top|top|next|previous|previous next|prev|continue|more|
        more info|done|cancel|submit|send|or|and|total|view all|see all|show all|show more|show less|load more|
        see more|view more|expand|collapse|today's paper|e-paper|epaper|print edition|our team|staff|
        corrections|site information navigation|press releases|media kit|rss|feeds|rss feeds|partners|events|
        investors|support us|support|donate|shop now|buy now|learn more|find out more|get started|go|yes|no|ok|
        okay|hide|show|star|stars|go to home page|go to homepage|homepage|quick links|useful links|
        follow topics|browse|explore|discover|breadcrumb|breadcrumbs|you are here|categories|category|tag|
        filed under|filed in|posted in|in this story|in this article|table of contents|contents|on this page|
        jump to|article content|article tags|article sources|startseite|politik|wirtschaft|kultur|panorama|
        impressum|kontakt|datenschutz|datenschutzerklärung|über uns|zur startseite|alle themen|themen|menü|
        service|mediadaten|stellenmarkt|wissen|gesundheit|ratgeber|meinung|wetter|unternehmen|digital|regional|
        lokales|schließen|zurück|weiter|suche|accueil|politique|économie|société|international|culture|à la une|
        rechercher|retour|inicio|portada|internacional|economía|política|sociedad|opinión|deportes|cultura|
        sucesos|buscar|etiquetas|politica|cronaca|esteri|gündem|dünya|spor|ekonomi|новости|политика|экономика|
        общество|в мире|
    """,
    "share": """
        facebook|email|e-mail|share|shares|twitter|reddit|linkedin|print|instagram|pinterest|flipboard|whatsapp|
        tweet|follow us|x|share this article|share this story|share this|share article|youtube|save|pin|pin it|
        link copied|0 shares|0shares|pocket|share on linkedin|share on facebook|share on twitter|share on x|
        share via email|share on whatsapp|share on pinterest|share on reddit|sms|copy link|copy this link|
        tumblr|messenger|telegram|share 0|tweet 0|like|likes|0 likes|like this|bookmark|mail|threads|bluesky|
        mastodon|tiktok|snapchat|gift|gift article|gift this article|share full article|follow|following|
        follow me|print this page|print article|email this|email this article|click to share|report|report this|
        reprints|permissions|reprints & permissions|save this story|save story|save article|saved|
        add to your saved stories|share options|more share options|teilen|artikel teilen|drucken|merken|
        link kopieren|kopieren|per e-mail teilen|versenden|partager|copier le lien|imprimer|enregistrer|
        compartir|copiar enlace|guardar|imprimir|condividi|paylaş|поделиться|
        印刷する|メールで送る|リンクをコピーする|はてなブックマーク|
    """,
    "ad": """
        advertisement|advertisements|advertising|ad|ads|advertise with us|sponsored|sponsored content|promoted|
        promoted content|paid content|paid post|partner content|adchoices|ad feedback|advertisement 0|
        advertisement - continue reading below|continue reading below|story continues below|story continues|
        story continues below advertisement|article continues below|article continues below advertisement|
        article continues after advertisement|advertisement advertisement|skip ad|skip advertisement|
        report this ad|report ad|close ad|hide ad|remove ads|sponsored by|from our partners|our partners|
        this advertisement has not loaded yet|
        this advertisement has not loaded yet, but your article continues below|anzeige|werbung|advertorial|
        publicité|publicidad|pubblicità|reklam|реклама|reclame|annons|
    """,
    "related": """
        read more|most popular|related articles|trending|trending now|top stories|related|related stories|
        breaking news|read next|most read|latest|latest news|latest stories|related topics|related posts|
        related content|related news|related links|related coverage|previous post|next post|watch next|popular|
        popular now|popular posts|you may also like|you might also like|you may like|more news|more stories|
        previous article|next article|view more offers|more from|more on this|more on this story|more like this|
        must reads|must read|editors' picks|editor's picks|editors' choice|recommended|recommended stories|
        recommended for you|for you|in case you missed it|also read|read also|see also|don't miss|don't miss it|
        what to read next|featured|featured stories|the latest|highlights|headlines|top headlines|
        today's headlines|just in|in the news|top picks|around the web|from the web|recent posts|recent stories|
        recent articles|recent news|keep reading|continue reading|read full article|read full story|
        read the full story|full story|most viewed|most shared|most discussed|most commented|most recent|
        promoted stories|elsewhere on|special reports|spotlight|read more stories|more top stories|
        people are reading|other news|read this next|next story|mehr zum thema|auch interessant|lesen sie auch|
        mehr lesen über|meistgelesen|weitere artikel|weitere videos|das könnte sie auch interessieren|mehr|
        weiterlesen|à lire aussi|lire aussi|les plus lus|sur le même sujet|lo más leído|más noticias|
        te puede interesar|leggi anche|dello stesso argomento|читайте также|lees ook|
    """,
    "newsletter": """
        newsletter|newsletters|sign up|sign up now|sign up today|sign up here|thanks for signing up|
        email address|your email|your email address|enter your email|enter your email address|
        join our newsletter|sign up for our newsletter|sign up for e-mail newsletters|sign up for newsletters|
        subscribe to our newsletter|get our newsletter|daily newsletter|get alerts|email *|
        thank you for signing up|thank you for subscribing|newsletter sign up|newsletter signup|email sign up|
        news alerts|jetzt anmelden|s'inscrire|suscríbete|iscriviti|
    """,
    "account": """
        subscribe|sign in|log in|login|log out|logout|sign out|register|register now|subscribe now|
        subscribe today|subscription|subscriptions|sign in or create an account|create account|
        create an account|create free account|my account|your account|account|already a subscriber|
        already have an account|join|join now|join us|become a member|membership|subscribers only|
        subscriber exclusive|exclusive to subscribers|premium|member login|manage account|manage subscription|
        profile|my profile|password|username|name *|free trial|start free trial|forgot password|
        forgot your password|abo|anmelden|iniciar sesión|se connecter|accedi|abonnez-vous|
    """,
    "legal": """
        privacy policy|privacy|terms of service|terms of use|terms & conditions|terms and conditions|terms|
        subscription terms & conditions|your privacy choices|cookie policy|cookies|cookie settings|disclaimer|
        manage cookies|accept|accept all|accept cookies|reject all|i agree|i accept|
        do not sell my personal information|do not sell my info|privacy notice|privacy statement|legal|
        legal notice|all rights reserved|copyright|our ethical principles|ethics policy|code of ethics|
        editorial guidelines|editorial standards|editorial policy|community guidelines|commenting guidelines|
        ad choices|copyright notice|imprint|agb|mentions légales|aviso legal|© riproduzione riservata|
        todos los derechos reservados|tous droits réservés|
    """,
    "player": """
        video|videos|play video|watch|watch now|watch live|watch video|listen|listen now|live|loading|
        loading video|now playing|play|pause|mute|unmute|fullscreen|full screen|video player|media player|audio|
        play audio|gallery|photos|photo gallery|slideshow|view gallery|view slideshow|view photos|autoplay|
        replay|playback speed|0x|listen to this article|listen to article|0:00|0:00/0:00|0:00 / 0:00|
        live updates|live blog|close gallery|image 0 of 0|0 of 0|photo 0 of 0|slide 0 of 0|0/0|show caption|
        hide caption|toggle caption|enlarge|expand image|enlarge image|open image in gallery|full size|zoom|
        view fullscreen|open in app|we apologize, but this video has failed to load|
        try refreshing your browser, or|like loading|anhören|vorlesen|bilderstrecke|0 bilder|
    """,
    "comments": """
        comments|comment|0 comments|0 comment|view comments|show comments|hide comments|leave a comment|
        add comment|add a comment|post a comment|post comment|no comments|no comments yet|join the conversation|
        join the discussion|leave a reply|leave a reply cancel reply|reply|replies|view all comments|
        load comments|start the conversation|sort by|newest|oldest|best|log in to comment|have your say|
        share your thoughts|conversation|discussion|kommentare|kommentar schreiben|commentaires|comentarios|
        commenti|yorumlar|
    """,
    "time": """
        0 min read|0 minute read|0 mins read|0 minutes read|min read|0 min|0 mins|last updated 0 hours ago|
        0 hours ago|0 hour ago|0 minutes ago|0 minute ago|0 mins ago|0 days ago|0 day ago|0h ago|0m ago|0d ago|
        an hour ago|a day ago|yesterday|published|updated|last updated|posted|modified|publication date|0 0 uhr|
        0 uhr|reading time|time to read|0pm|0am|0 pm|0 am|
    """,
    "writer": """
        by|contributing writer|staff writer|staff reporter|correspondent|senior reporter|senior writer|
        written by|the associated press|associated press|author of the article|author|authors|about the author|
        about the authors|follow the author|contributor|contributors|reporter|editor|senior editor|
        more from this author|view all posts|full bio|read full bio|bio|von|por|par|
    """,
    "picture": """
        reuters|getty images|getty|afp|ap|ap photo|ap photos|shutterstock|istock|image|photo|photograph|picture|
        image source|photo credit|photo credits|image credit|image credits|credit|credits|image copyright|
        image caption|afp/getty images|getty images/istockphoto|handout|file photo|stock photo|stock image|
        supplied|pixabay|unsplash|image source, getty images|image source, reuters|image copyright getty images|
        getty/istock|bloomberg|
    """,
}  # fmt: skip

# How a line opens that is no copy; a space stands for a word's end (the line is read with one after it).
OPENINGS: dict[str, str] = {
    "share": """
        share this |share on |share via |share to |share with |share your |share or comment |follow us |
        follow me |follow @|follow our |follow the |tweet this |like us |click to |click here |email this |
        e-mail this |email the author |copy link |copy this |print this |find us |join us |connect with |
        tap here |tap to |contact us |contact the |facebook twitter |facebook share |gift this |send this |
        send us |download our |download the |send your |share0|share 0|shareshare |got a tip |have a tip |
        do you have a |have a story |swipe |get in touch |
    """,
    "ad": """
        advertisement |ad feedback |ad: |sponsored by |sponsored content |paid for |scroll for |scroll down |
        scroll to |story continues |article continues |content continues |continue reading |continue to |
        keep reading |$0 at |$0 from |$0 on |£0 at |£0 from |buy now |buy it |buy at |buy on |buy from |
        shop now |shop at |shop the |shop our |save up to |save $|save £|check price |see price |see at |
        see it |now 0% off |0% off |view deal |view offer |price: |was $|
    """,
    "related": """
        read more |read more:|read next |read next:|read also |read also:|read our |read the |read full |
        read this |read all |read: |more from |more on |more about |more in |more news |more stories |
        more articles |more videos |more of |more to |more like |more: |most read |most popular |most viewed |
        most shared |most recent |related to |related: |related | related stories |related articles |also read |
        also read:|also on |also in |must read |must-read|further reading |see also |see also:|see more |
        see all |view all |view more |view full |view gallery |you may also |you may like |you might also |
        you might like |recommended |trending |in case you missed |don't miss |previous |next: |next post |
        next article |next story |up next |latest news |latest stories |latest posts |latest from |latest in |
        latest on |top news |top stories |top headlines |other stories |other news |popular stories |
        popular posts |popular articles |recent posts |recent stories |featured stories |all news |all stories |
        watch: |watch next |watch now |watch more |watch the |listen: |listen to |explore more |explore our |
        explore all |browse |check out |visit our |visit us |back to |jump to |go to |what to |stories for |
        lesen sie |mehr zu |mehr aus |mehr über |à lire |lire aussi |lire la suite |lea también |leggi anche |
        also see |read |explained: |explainer: |opinion: |analysis: |exclusive: |video: |photos: |in pictures: |
        podcast: |
    """,
    "newsletter": """
        sign up |sign-up |signup |signing up |get the latest |get the best |get our |get breaking |
        get all the latest |get more |get email |get news |get daily |get unlimited |get exclusive |
        get notified |get updates |get the |get your |subscribe |join our |join the conversation |
        join the discussion |enter your |by signing |by clicking |by submitting |by subscribing |
        by registering |by providing |by entering |thanks for signing |thanks for subscribing |thank you for |
        thanks for reading |thanks for your |stay up to date |stay informed |stay connected |stay in the know |
        stay up-to-date |stay on top |stay ahead |never miss |want more |want to |interested in |receive |
        be the first |your email |your inbox |please enter |please check |please sign |please log |
        please provide |please try |please enable |please refresh |an error |there was an error |
        we encountered |something went wrong |oops |don't have |a weekly |a daily |our daily |our weekly |
        the daily |delivered |in your inbox |free newsletter |the best of |the latest |every weekday |
        straight to |
    """,
    "account": """
        log in |login |log-in |sign in |sign-in |create a |create an |create your |register for |register to |
        register now |register free |register / |already a |already have |become a |join as |support us |
        support our |support independent |donate |you can save |you have read |you've read |you have been |
        you have reached |you've reached |you must be |you need to |you are |to continue |to read |to view |
        to access |to unlock |this article is free |this content |this site |this website |this page |
        this post |this is a subscriber |unlock |access all |access articles |access to |start your |enjoy |
        manage |subscriber |not a subscriber |forgot |try free |try it |exclusive articles |if you are a |
        support quality |make a donation |activate your |unlimited |all access |
    """,
    "legal": """
        © |©|(c) |copyright |all rights reserved |terms of |terms and |terms & |privacy policy |privacy notice |
        privacy & |privacy and |privacy statement |privacy settings |cookie |cookies |we use cookies |
        we use your |do not sell |your privacy |your california |your ad |our standards |the standards |
        published by |a division of |part of the |disclaimer |disclosure |the information |reproduced |
        reprinted |accessibility |skip to |first published |originally published |protected by |powered by |* |
        *|editorial guidelines |this article was |this story was |this article is |this story is |
        this article has |this story has |our ethical |we may |we earn |we want |views expressed |some of |
        your use |use of this |registered |
    """,
    "player": """
        play |play video |video by |video player |video caption |video duration |media caption |loading |
        image 0 |photo 0 |slide 0 |show |hide |open |close |toggle |enlarge |expand |minimize |image copyright |
        image source |image caption |unmute |your browser |live: |photos |gallery |video |videos |listen |
        now playing |this video |slideshow |audio by |audio: |
    """,
    "comments": """
        0 comments |0 comment |0 replies |0 shares |0 likes |0 views |0k |0 followers |0 votes |comments |
        comment |view comments |show comments |hide comments |read comments |leave a |add a |post a |
        write a comment |view 0 |have your say |have something to say |what do you think |share your thoughts |
        save my name |notify me |required fields |be respectful |let us know |when submitting |comments are |
        our comment |commenting |tell us |
    """,
    "time": """
        published |published: |updated |updated: |last updated |posted |posted: |modified |modified: |
        first published |created |date: |stand: |0 min |0 mins |0 minute |0 minutes |0 hours |0 hour |0 days |
        0 day |0 weeks |0 months |0h |0m |0d |0w |0hr |0:0 |0/0/0 |0-0-0 |0 am |0 pm |0am |0pm |0 a.m|0 p.m|
        on 0 |veröffentlicht |aktualisiert |publié |
    """,
    "writer": """
        by |written by |reported by |reporting by |edited by |posted by |story by |words by |text by |
        compiled by |about the author |author: |written |reporting |additional reporting |contact |email |
        editor's note |von |por |par |words: |follow the author |editing by |with files from |text: |
    """,
    "picture": """
        photo by |photo: |photo |photos by |photograph by |photograph: |photography by |photographer: |image: |
        image by |image via |image |picture: |picture by |illustration by |illustration: |pictured |pictured: |
        file photo |file - |file – |graphic: |credit: |credits: |caption: |source: |getty |courtesy |
        screenshot |a file photo |a stock |an undated |this photo |this image |this undated |this combination |
        this handout |this satellite |in this photo |in this image |in this file |main image |foto: |bild: |
        afp |ap photo |reuters |shutterstock |photo illustration |photo credit |photo courtesy |image credit |
        lead image |header image |featured image |top image |
    """,
    "tag": """
        tags |tags: |tag: |topics |topics: |topic: |filed under |filed in |posted in |categories |categories: |
        category: |keywords |keywords: |more topics |themen: |schlagwörter |#|this article is related to|
        tagged |in this article |mentioned|
    """,
}  # fmt: skip

# Phrases that speak of the page and not of the news, wherever they stand in a line.
PHRASES: dict[str, str] = {
    "newsletter": """
        newsletter|sign up for|sign up to|sign up now|sign up here|signing up|your inbox|unsubscribe|
        breaking news alert|subscribe to|subscribe now|subscribe for|get the latest|get our |email address|
        e-mail address|email alert|enable notification|delivered to|delivered straight|free trial|app store|
        google play|download our|download the| the app |mailing list|email updates| our daily|our weekly|
        morning briefing|top headlines|
    """,
    "account": """
        free account|your account|an account|my account|log in |sign in |subscriber|your subscription|
        our subscription|digital subscription|online subscription|annual subscription|free article|
        continue reading|to unlock|unlock this|unlock more|become a member|support our|our journalism|
        our newsroom|our readers|your support|your donation|your contribution|reading experience|all access|
        unlimited access|full access|digital access|home delivery|register to|by registering|ad-free| paywall|
        your password|bookmark|
    """,
    "legal": """
        all rights reserved|privacy policy|privacy notice|privacy statement|terms of use|terms of service|
        terms and conditions|terms & conditions|cookie|user agreement|affiliate|commission|may not be published|
        may not be reproduced|may not be republished|©|reserve the right|abide by|written permission|
        prior permission|do not necessarily|views expressed|opinions expressed|informational purposes|
        our disclosure|our guidelines|our policy|our policies|our standards|our website|our site|our terms|
        our sister|this website|this web page|this site|originally published|originally appeared|
        creative commons|disclaimer|trademark|not responsible|registered charity|registered office|
        code of conduct|was first published|adverts|third parties|3rd parties|consent|recaptcha|
    """,
    "share": """
        follow us|follow him|follow her|follow them|follow me |follow @|like us|find us|join us|twitter @|
        on twitter|on facebook|on instagram|on linkedin|on youtube|on whatsapp|on tiktok|facebook and twitter|
        twitter and facebook|facebook, twitter|twitter facebook|facebook twitter|opens in new|opens in a new|
        share this|share on|share to |pic.twitter.com|view on |view this post|a post shared|click here|click on|
        click the|get in touch|contact us|email him|email her|email us|reach him|reach her|contact him|
        contact her|reached at|contacted at|tap here|linkedin|whatsapp|t.co/|send tips|news tips|external link|
        share or|
    """,
    "author": """
        writes about|writes for|reports on|covers the|writing about|reporting on|has written|has covered|
        has reported|has been a|is the author|is an author|is author of|is the editor|is an editor|full bio|
        her work|his work|my work|contributed to this|contributing to this|award-winning|based in|
        previously worked|previously wrote|he previously|she previously|the author|graduated from|graduate of|
        a degree in|reporter at|reporter for|editor at|editor for|editor of|correspondent for|journalist based|
        journalist and|journalist at|journalist for|writer at|writer for|columnist for|columnist at|
        senior writer|senior editor|senior reporter|staff writer|contributing|freelance|his writing|her writing|
        their work|specializes in|specialises in|specializing in|specialising in|in her spare|
        in his spare|news director|news editor|bestselling|
        best-selling|
    """,
    "picture": """
        photo by|photo: |photo/|photo credit|photo courtesy|photo:|photograph by|photograph:|photographer:|
        image: |image:|image credit|image courtesy|image by|picture: |picture:|picture by|illustration by|
        illustration:|credit:|credit :|getty|(ap photo|/ap|/afp|/reuters|/epa|/pa|/shutterstock|via ap|
        via reuters|via afp|via associated press|file photo|(file)|shutterstock|istock|handout|screengrab|
        screenshot|photo |image |(reuters)|(ap)|(afp)|courtesy of|alamy|pexels|unsplash|wikimedia|bloomberg/|
        (photo|
    """,
    "scene": """
        , left|, right|, center|, centre|from left|left to right|(left|(right|(centre|(center|clockwise|
        pictured|seen here|seen in|seen on|seen at|stands in|stands next|stands near|stands outside|
        speaks during|speaks at|speaks to|poses for|poses with|arrives at|arrives for|gestures|looks on|
        walks past|walks to|walks with|attends|waves to|waves at|take part|takes part|gather in|gather at|
        gather during|gather outside|reacts|celebrates|shakes hands|is seen|are seen|on display|sits in|
        stand in|sit in|stand outside|during a |an aerial|file image|undated|holds a|hold a|shows|
    """,
    "player": """
        failed to load|your browser|video player|audio player|javascript|ad block|adblock|now playing|
        press play|loading|this video|autoplay|enable cookies|
    """,
    "comments": """
        the comments|the conversation|the discussion|comment section|comments section|comment below|
        comments below|comment policy|comments are|commenting|required fields|leave a comment|leave a reply|
        submission guidelines|to comment|your comment|or comment|this comment|moderated|moderators|moderation|
    """,
    "time": """
        updated:|published:|posted:|updated on|published on|posted on|updated at|updated 0|published 0|posted 0|
        0 hours ago|0 hour ago|0 min ago|0 mins ago|0 minutes ago|0 days ago|0 day ago|0h ago|0m ago|min read|
        minute read|mins read|lesezeit|0:0 uhr|0:0 gmt|0:0 utc|0:0 est|0:0 edt|0:0 bst|0:0 ist|0:0 am|0:0 pm|
        0:0am|0:0pm|a.m. e|p.m. e|am edt|am est|pm edt|pm est|0 a.m.|0 p.m.| ago|
    """,
    "ad": """
        advertisement|advertising|advertise with|sponsored|continues below|at amazon|on amazon|at walmart|
        from amazon|best buy|% off|buy now|order now|shop now|promo code|coupon|out now|discount|deals on|
        best deals|at checkout|free shipping|see price|gift guide|our pick|
    """,
}  # fmt: skip

# Openings of a short line that no reporter writes.
SURE_OPENINGS = """
    share this article |share this story |share on facebook |share on twitter |share on whatsapp |share via |
    share with |follow us |tweet this |like us on |click here |click to |email this |copy this link |
    sign up for |sign up to |sign up now |sign up here |sign up and |sign up with |subscribe to |subscribe now |
    subscribe for |subscribe today |thanks for signing |thank you for signing |thank you for subscribing |
    enter your email |by signing up |by subscribing |by submitting your |by clicking |join our newsletter |
    get our newsletter |get the latest news |never miss a story |already a subscriber |already have an account |
    create a free account |create an account |log in to |login to |sign in to |sign in or |register for free |
    register to |support our journalism |support independent |you have reached |you've reached your |
    you have 0 free |this article is free |this content is |to continue reading |we use cookies |
    all rights reserved |© 0 |copyright © |copyright 0 |(c) 0 |scroll for |scroll down |scroll to continue |
    story continues |article continues |continue reading |advertisement |ad feedback |read more |read more: |
    read also: |also read: |read next |read next: |related: |related stories |related articles |
    you may also like |you might also like |you may like |most read |most popular |see also: |more from |
    more stories |recommended for you |view all |view comments |view more |show comments |leave a comment |
    leave a reply |join the conversation |join the discussion |0 comments |skip to content |skip to main |
    back to top |media caption|image copyright |image caption |image source|play video |video player |loading |
    save my name |your email address will |required fields |notify me of |download our app |download the app |
    download our free |follow him on |follow her on |follow them on |follow @|opens in new |terms of use |
    terms of service |privacy policy |share your thoughts |have your say |please enter a |please enable |
    your browser |we apologize, but this video |tap here to |swipe to |swipe for |previous article |
    next article |filed under: |filed under |
"""  # fmt: skip

# Sections of papers and sites: alone on a line they name where the story stood.
SECTION_NAMES = """
    africa|americas|analysis|arts|asia|ausland|australia|autos|banking|baseball|basketball|books|breaking news|
    business|business news|canada|cars|china|city|climate|columns|comment|companies|courts|cricket|crime|
    cronaca|culture|defence|defense|economy|economía|editorial|education|education news|energy|england|
    entertainment|environment|esteri|europe|exclusive|explained|explainer|fact check|family|fashion|features|
    film|finance|food|football|formula 1|global|golf|health|hockey|immigration|india|industry|inland|
    internacional|international|investigations|ireland|kultur|latest news|law|letters|life|lifestyle|local|
    local news|magazine|markets|media|metro|middle east|mlb|monde|money|motoring|movies|music|nation|national|
    national news|nba|news|nfl|nhl|obituaries|opinion|panorama|politics|politik|politique|política|property|
    real estate|region|regional|religion|rugby|science|scotland|security|sociedad|society|société|
    special report|sport|sports|sports news|state|states|style|sunday|tech|technology|tennis|top news|
    top stories|transport|travel|tv|u.s|u.s. news|uk|uk news|uk politics|us|us news|us politics|usa|wales|
    weather|weekend|wirtschaft|wissen|world|world news|économie|
"""


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a table's cell, in order: `|` parts them; spaces beside a line break do not count."""
    joined = "".join(line.lstrip() for line in text.split("\n"))
    return tuple(phrase for phrase in joined.split("|") if phrase.strip())


KNOWN_LINES = {phrase: sort for sort, text in reversed(LINES.items()) for phrase in phrases(text)}
OPENERS = {sort: phrases(text) for sort, text in OPENINGS.items()}
HELD = {sort: phrases(text) for sort, text in PHRASES.items()}
OPENERS_SURE = phrases(SURE_OPENINGS)
SECTIONS = frozenset(phrases(SECTION_NAMES))
SURE_WORDS = frozenset((
    "advertisement", "advertisements", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit",
    "flipboard", "instagram", "tweet", "email", "e-mail", "print", "share", "subscribe", "newsletter", "newsletters",
    "adchoices", "menu", "sitemap", "login", "impressum", "datenschutz", "teilen", "anzeige", "werbung", "publicité",
    "reklam", "publicidad", "pubblicità", "реклама", "partager", "drucken", "kommentare", "loading", "autoplay",
    "pin", "sms",
))  # fmt: skip
# Sure openings that a full sentence of copy may have too.
FULL_SENTENCES_TOO = (
    "read more ", "advertisement ", "loading ", "more from ", "more stories ", "most read ", "most popular ",
    "continue reading ", "scroll ", "click to ", "subscribe to ", "sign in ", "sign up ", "log in ", "register to ",
    "terms of ", "privacy policy ", "your browser ", "to continue ", "more ", "join the ", "video player ",
)  # fmt: skip
