"""What each trait of a line adds to, or takes from, the case for its being left over from a page.

The weights (log odds) were fitted to 143 news pages and 1,922 edited stories; most traits
of `_roles_lines` and `_roles_score` earned none. `sure` was raised by hand, because nearly every such line is
residue wherever it stands. `amount` was lowered by hand: a gate or a sum alone on a line is a match
report's.
"""

from __future__ import annotations

BASE = -1.04

WEIGHTS: dict[str, float] = {
    # What the line says
    "sure": 4.37, "credit": 2.45, "opens:related": 1.77, "holds:newsletter": 1.42, "name last": 0.69,
    "is:menu": 0.64, "holds:picture": 0.53, "holds:account": 0.42, "opens:share": 0.39,
    "holds much:picture": 0.31, "opens:newsletter": 0.28, "holds:scene": 0.24, "opens:account": 0.24,
    "holds:ad": 0.12,
    # How long it is and how it ends
    "size:1 none": 2.22, "size:2 none": 1.75, "size:4 none": 0.92, "size:12 none": 0.6, "size:20 none": 0.55,
    "size:40 none": 0.28, "size:7 none": 0.17, "size:7 full": -0.07, "size:12 full": -0.2,
    "size:40 full": -0.53, "size:4 full": -0.73, "size:1 full": -0.98, "size:80 full": -1.04,
    "size:2 full": -1.31, "size:long full": -2.01,
    # How it looks
    "glued": 0.71, "name like": 0.47, "title case": 0.34, "reader": 0.14, "no verb": 0.07, "date": -0.1,
    "quote first": -0.28, "verb": -0.32, "capitals": -0.35, "bullet": -0.92, "amount": -2.5,
    # Plain paragraphs
    "core words some": -0.23, "core before": -0.66, "core in": -3.91,
    # Whose words it uses, and what stands round it
    "under related": 1.77, "to core 12": 1.13, "words new": 0.96, "under newsletter": 0.9, "under ad": 0.87,
    "under comments": 0.79, "copy below 1": 0.51, "to core 6": 0.47, "copy below 0": 0.21,
    "under account": 0.17, "from core 6": 0.12, "twice": 0.11, "core before 6": 0.07, "line 1": -0.06,
    "words few": -0.08, "core before 12": -0.18, "to core 1": -0.22, "words own": -0.25, "core after 2": -0.48,
    "words some": -0.65, "from core 1": -1.04, "little copy": -1.79,
    # Before the story
    "head run 6": 0.95, "head run 12": 0.69, "head size:1 none": 0.66, "before run 12": 0.57,
    "before size:7 none": 0.21, "head size:20 none": -0.07, "before words few": -0.11, "head label": -0.21,
    "head title run 2": -0.25, "head no verb": -0.32, "head words few": -0.37, "before title run 1": -0.51,
    "head run 1": -0.58, "head title run 1": -0.75, "head words some": -1.17, "head words own": -2.18,
    # Inside it
    "in mixed long none": 1.47, "in tight long none": 0.82, "in holds:picture": 0.78, "in label": 0.71,
    "in no verb": 0.69, "in mixed short none": 0.64, "in size:20 none": 0.51, "in opens:time": 0.35,
    "in words some": 0.17, "in run 3": 0.16, "in loose long none": -0.15, "in mixed long full": -0.22,
    "in run 2": -0.23, "in size:2 none": -0.24, "in loose": -0.61, "in run 1": -0.87, "at in": -1.1,
    # After it
    "tail run 6": 0.54, "tail run 12": 0.53, "tail title run 3": 0.46, "tail words few": 0.43, "at tail": 0.21,
    "tail reader": 0.21, "tail size:12 none": 0.1, "after run 3": -0.2, "tail date": -0.2,
    "tail size:12 full": -0.2, "tail label": -1.02,
    # Where there is no plain paragraph
    "title run 6": 0.34, "title run 2": -0.06, "title run 12": -0.44, "title run 1": -0.49,
}  # fmt: skip
