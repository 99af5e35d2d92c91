Ferry strike enters third week

Ferries between the islands stayed in port for a third week on Monday as talks with the crews stalled again.

The crews want two weeks ashore for every two at sea, as their colleagues on the mainland have had since 2019.

Hotels on the outer islands have sent half of their staff home, and bread is flown in from the south twice a week.

Both sides meet on Thursday, when the mediator hopes for a deal that lets the first boats sail before Easter.
