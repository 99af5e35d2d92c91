"""What each trait of a line adds to, or takes from, the case for its being left over from a page.

The weights (log odds) were fitted to 143 news pages and 1,922 edited stories; most traits
of `_roles_lines` and `_roles_score` earned none. `sure` was raised by hand: of 721 such lines 4 were labelled
copy, and those were residue in truth.
"""

from __future__ import annotations

BASE = -1.06

WEIGHTS: dict[str, float] = {
    # What the line says
    "sure": 4.37, "credit": 2.13, "opens:related": 1.78, "holds:newsletter": 1.43, "name last": 0.69,
    "is:menu": 0.64, "holds:picture": 0.62, "holds much:picture": 0.49, "holds:account": 0.4,
    "opens:share": 0.39, "opens:newsletter": 0.29, "holds:scene": 0.26, "opens:account": 0.24, "holds:ad": 0.13,
    # How long it is and how it ends
    "size:1 none": 2.22, "size:2 none": 1.77, "size:4 none": 0.92, "size:12 none": 0.62, "size:20 none": 0.54,
    "size:40 none": 0.31, "size:7 none": 0.17, "size:7 full": -0.06, "size:12 full": -0.2,
    "size:40 full": -0.52, "size:4 full": -0.72, "size:1 full": -0.96, "size:80 full": -1.06,
    "size:2 full": -1.28, "size:long full": -2.19,
    # How it looks
    "glued": 0.7, "name like": 0.46, "title case": 0.34, "reader": 0.14, "no verb": 0.07, "date": -0.15,
    "quote first": -0.28, "verb": -0.32, "capitals": -0.35, "bullet": -0.92,
    # Plain paragraphs
    "core words some": -0.22, "core before": -0.64, "core in": -3.9,
    # Whose words it uses, and what stands round it
    "under related": 1.77, "to core 12": 1.13, "words new": 0.97, "under newsletter": 0.91, "under ad": 0.86,
    "under comments": 0.81, "copy below 1": 0.48, "to core 6": 0.48, "copy below 0": 0.24,
    "under account": 0.19, "from core 6": 0.11, "twice": 0.11, "words few": -0.06, "core before 12": -0.18,
    "to core 1": -0.22, "words own": -0.23, "core after 2": -0.4, "words some": -0.64, "from core 1": -1.03,
    "little copy": -1.78,
    # Before the story
    "head run 6": 0.95, "head run 12": 0.69, "head size:1 none": 0.66, "before run 12": 0.57,
    "before size:7 none": 0.22, "head size:20 none": -0.08, "before words few": -0.11, "head label": -0.22,
    "head title run 2": -0.25, "head no verb": -0.32, "head words few": -0.36, "before title run 1": -0.52,
    "head run 1": -0.61, "head title run 1": -0.73, "head words some": -1.19, "head words own": -2.18,
    # Inside it
    "in mixed long none": 1.5, "in tight long none": 0.88, "in holds:picture": 0.77, "in label": 0.7,
    "in no verb": 0.69, "in mixed short none": 0.68, "in size:20 none": 0.49, "in opens:time": 0.37,
    "in words some": 0.17, "in run 3": 0.16, "in loose long none": -0.13, "in mixed long full": -0.2,
    "in run 2": -0.22, "in size:2 none": -0.24, "in loose": -0.59, "in run 1": -0.87, "at in": -1.11,
    # After it
    "tail run 12": 0.54, "tail run 6": 0.54, "tail title run 3": 0.46, "tail words few": 0.43,
    "tail reader": 0.21, "at tail": 0.19, "tail size:12 none": 0.09, "tail date": -0.17, "after run 3": -0.19,
    "tail size:12 full": -0.2, "tail label": -1.03,
    # Where there is no plain paragraph
    "title run 6": 0.34, "title run 2": -0.06, "title run 12": -0.45, "title run 1": -0.49,
}  # fmt: skip
