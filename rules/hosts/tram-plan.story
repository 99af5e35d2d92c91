Council backs tram plan after long night

The council backed the tram plan early on Tuesday after a debate that had begun on Monday afternoon.

Engineers will test the ground along the harbour before the first rails are laid, the mayor's office said.

Shopkeepers fear that two years of digging will keep their customers away from the old streets.

The first line would run from the fish market to the hospital, and a second one on to the station.
