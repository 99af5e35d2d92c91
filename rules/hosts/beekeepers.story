Beekeepers lose a third of their hives

Beekeepers in the northern valleys lost a third of their hives over the winter, their association said on Friday.

A mite is to blame for most of it, the association's vet said, and a wet autumn had left the bees weak and few.

Farmers who need the bees for their cherry trees in April will have to hire hives from as far as the coast.

The valleys sell some 40 tons of honey in a good year, most of it at the roadside and to three breweries.
