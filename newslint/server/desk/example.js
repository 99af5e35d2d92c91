/** An invented story with a fault of every sort, for those who want to see what the desk does. */

export const EXAMPLE = {
  name: "harbor-bridge.md",
  text: `---
headline: Osterby shuts its harbor bridge after cracks are found
deck: Ferries will carry the traffic until spring, and the port will pay
byline: By Ingrid Dahlqvist
date: 2026-11-24
kind: wire
---

The Osterby harbor bridge was closed on Tuesday after engineers found cracks in two of its four main girders, the port authority said.

![The northern ramp of the harbor bridge, closed by a barrier](ramp.jpg)
*Barriers at the northern ramp of the harbor bridge on Tuesday.*

“We could not wait for the winter storms,” said Katarina Lindqvist, the port’s chief engineer. “One truck too many, and we would be counting something other than money.”

Some 11,000 vehicles cross the bridge each day, 12 percent more than in 2019. Ferries will carry them across the sound until April, and the the port will pay for every crossing.

Advertisement

## A warning set aside

Lindquist, who has led the port’s engineers since 2014, warned of rust in a report last year. The city council set it aside by a vote of seven to five.

“That vote will cost this town more than any repair.”

Per Halvorsen, who runs a bakery beside the northern ramp, said he had laid off three of his nine bakers. “My mornings came across that bridge,” he said.

The repair is expected to cost $4.2 million [CHECK] and to take 5 months. Council member Mats Ekberg said the city “had acted on the advice it was given", and that an inquiry would report by March 1st.

Read more: Ten bridges that may be next

Sign up for our morning newsletter
`,
};
