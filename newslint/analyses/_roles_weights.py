"""What each trait of a line adds to, or takes from, the case for its being left over from a page.

`tools/fit_roles.py` learns them (log odds) from pages whose lines people have labelled and from edited stories,
and writes this file; traits that it does not name say nothing. `BY_HAND` there holds what so few pages cannot tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Weights(NamedTuple):
    """Log odds: the base, and what each trait adds."""

    base: float
    of: Mapping[str, float]

    def score(self, traits: Sequence[str]) -> float:
        """How much speaks for residue in all."""
        of = self.of
        return self.base + sum([of[trait] for trait in traits if trait in of])


_OF: dict[str, float] = {
    # Plain paragraphs
    "core after": 0.45, "core words new": 0.41, "core words few": 0.24, "core after 3": 0.18,
    "core after 6": 0.12, "core before 6": 0.08, "core after 12": -0.05, "core before 3": -0.09,
    "core before 12": -0.25, "core after 1": -0.27, "core before 2": -0.28, "core before": -0.41,
    "core after 2": -0.5, "core words some": -0.62, "core in": -2.99,
    # Before the story
    "head size:1 none": 1.02, "to core 12": 0.9, "head run 6": 0.78, "before run 12": 0.74, "at head": 0.69,
    "head run 12": 0.65, "at before": 0.55, "head size:2 none": 0.55, "head words new": 0.5,
    "before opens:ad": 0.48, "before label": 0.45, "to core 6": 0.45, "head credit": 0.43,
    "head title run 6": 0.41, "before size:2 none": 0.4, "before opens:account": 0.38,
    "head holds much:picture": 0.36, "before words own": 0.33, "head is:menu": 0.32, "head glued": 0.31,
    "before reader": 0.29, "before sure": 0.29, "head size:4 none": 0.29, "head holds:legal": 0.27,
    "before size:20 none": 0.26, "head holds:account": 0.26, "head size:7 none": 0.26, "head size:80 none": 0.26,
    "before size:12 full": 0.24, "before size:4 none": 0.24, "before holds:newsletter": 0.23,
    "before name last": 0.22, "before size:7 none": 0.22, "head is:share": 0.21, "before opens:newsletter": 0.19,
    "head date": 0.19, "before credit": 0.18, "before no verb": 0.18, "before is:ad": 0.17,
    "before size:20 full": 0.17, "before opens:share": 0.16, "head is:related": 0.16,
    "before holds:picture": 0.15, "before size:7 full": 0.15, "head size:4 ask": 0.15, "head name last": 0.14,
    "before opens:related": 0.13, "before small first": 0.13, "head name like": 0.13, "head opens:writer": 0.13,
    "head holds much:scene": 0.12, "before holds much:account": 0.11, "before is:writer": 0.11,
    "head size:2 colon": 0.11, "before glued": 0.1, "before is:share": 0.1, "before run 6": 0.1,
    "head opens:newsletter": 0.1, "head size:1 colon": 0.1, "head sure": 0.1, "before holds:ad": 0.09,
    "before holds:share": 0.09, "head run 3": 0.09, "to core 2": 0.09, "before name like": 0.08,
    "head holds much:account": 0.08, "head opens:account": 0.08, "head size:4 more": 0.08,
    "head size:40 none": 0.08, "before is:menu": 0.07, "head holds much:share": 0.07, "head is:ad": 0.07,
    "head opens:picture": 0.07, "before is:account": 0.06, "head opens:legal": 0.06, "head opens:related": 0.06,
    "to core 3": 0.06, "head fact": 0.05, "head holds:picture": 0.05, "before size:12 ask": -0.05,
    "before title case": -0.05, "head holds:time": -0.05, "before date": -0.06, "before holds:author": -0.06,
    "head holds:ad": -0.06, "head under ad plain": -0.06, "before size:7 ask": -0.07, "before run 2": -0.08,
    "before size:12 none": -0.08, "before size:4 ask": -0.08, "before words new": -0.08, "before verb": -0.09,
    "before title run 3": -0.1, "head quote first": -0.1, "head title case": -0.1,
    "before size:long full": -0.11, "head size:12 none": -0.11, "head under related plain": -0.11,
    "head size:20 full": -0.14, "before words some": -0.16, "head holds:share": -0.16, "head opens:share": -0.16,
    "head small first": -0.17, "head size:1 full": -0.18, "head under newsletter plain": -0.19,
    "before opens:legal": -0.2, "before title run 2": -0.2, "head size:7 full": -0.21, "head size:12 ask": -0.22,
    "head size:2 full": -0.22, "head run 2": -0.23, "head size:long full": -0.23, "before size:80 full": -0.24,
    "head size:80 full": -0.24, "before run 1": -0.25, "head under share plain": -0.26, "to core 1": -0.27,
    "head verb": -0.3, "head title run 2": -0.32, "head words few": -0.33, "head title run 3": -0.35,
    "head under account plain": -0.41, "before size:40 full": -0.42, "head size:12 full": -0.44,
    "before words few": -0.45, "head size:20 none": -0.46, "before title run 1": -0.47, "head label": -0.53,
    "head no verb": -0.6, "head run 1": -0.61, "before under ad plain": -0.64, "head title run 1": -0.65,
    "before quote first": -0.68, "head words some": -0.8, "head words own": -1.13,
    # Inside it
    "in label": 0.99, "in size:20 none": 0.83, "in opens:related": 0.76, "in mixed long none": 0.7,
    "in tight long none": 0.68, "in mixed short none": 0.61, "in size:12 none": 0.59, "in holds:picture": 0.56,
    "in name last": 0.55, "in opens:time": 0.55, "in no verb": 0.54, "in under related plain": 0.54,
    "in sure": 0.52, "in run 3": 0.51, "in credit": 0.5, "in holds:newsletter": 0.48, "in opens:picture": 0.43,
    "in quote first": 0.41, "in size:40 none": 0.4, "in words own": 0.4, "in words some": 0.4,
    "in holds:scene": 0.35, "in holds:time": 0.32, "in holds much:picture": 0.29,
    "in under newsletter plain": 0.29, "in size:1 none": 0.25, "in size:12 full": 0.25, "in opens:share": 0.23,
    "in opens:legal": 0.22, "in tight short none": 0.22, "in is:related": 0.21, "in size:20 full": 0.2,
    "in size:7 quoted": 0.2, "in title run 1": 0.2, "in size:1 ask": 0.19, "in mixed short quoted": 0.17,
    "in size:12 ask": 0.15, "in mixed": 0.14, "in size:7 ask": 0.13, "in glued": 0.12, "in is:ad": 0.11,
    "in opens:ad": 0.11, "in tight short ask": 0.11, "in title case": 0.11, "in loose short none": 0.1,
    "in size:7 none": 0.1, "in under share plain": 0.09, "in loose short full": 0.08, "in mixed long ask": 0.08,
    "in mixed short ask": 0.08, "in opens:newsletter": 0.08, "in is:share": 0.06, "in title run 6": 0.06,
    "in opens:player": 0.05, "in loose long full": -0.05, "in size:4 quoted": -0.05, "in size:40 ask": -0.05,
    "in tight long ask": -0.05, "in title run 2": -0.05, "in tight": -0.06, "in tight short colon": -0.06,
    "in size:40 colon": -0.07, "in size:40 cut": -0.07, "in size:4 ask": -0.08, "in capitals": -0.09,
    "in size:7 full": -0.09, "in size:long none": -0.09, "in size:80 none": -0.1, "in size:4 colon": -0.11,
    "in words new": -0.11, "in run 2": -0.13, "in size:20 colon": -0.13, "in tight long colon": -0.14,
    "in holds:legal": -0.15, "in size:7 colon": -0.15, "in holds:comments": -0.16, "in holds:share": -0.17,
    "in reader": -0.17, "in mixed short colon": -0.18, "in size:12 colon": -0.18, "in holds:author": -0.19,
    "in mixed long colon": -0.19, "in size:4 full": -0.19, "in title run 3": -0.2, "in size:1 full": -0.22,
    "in run 12": -0.23, "in date": -0.24, "in name like": -0.24, "in size:2 none": -0.31,
    "in size:long full": -0.34, "in tight short full": -0.34, "in mixed short full": -0.39, "in bullet": -0.41,
    "in size:2 full": -0.43, "in tight long full": -0.43, "in size:40 full": -0.46, "at in": -0.52,
    "in size:80 full": -0.55, "in loose long none": -0.57, "in loose": -0.6, "in mixed long full": -0.7,
    "in run 1": -0.7, "in small first": -1.13,
    # After it
    "tail size:1 none": 0.59, "from core 6": 0.44, "at tail": 0.43, "after size:2 none": 0.42,
    "after title run 3": 0.42, "from core 3": 0.39, "tail holds:comments": 0.38, "tail opens:legal": 0.38,
    "tail title run 3": 0.38, "tail words few": 0.37, "tail words new": 0.37, "tail run 6": 0.36,
    "tail size:4 none": 0.36, "after holds:author": 0.33, "after under related plain": 0.32,
    "tail is:menu": 0.32, "tail holds:account": 0.31, "tail run 12": 0.31, "tail size:2 none": 0.31,
    "tail name like": 0.3, "tail opens:newsletter": 0.29, "after opens:share": 0.28, "tail opens:writer": 0.28,
    "after name like": 0.27, "after words few": 0.27, "tail opens:comments": 0.26, "tail opens:tag": 0.26,
    "tail size:12 none": 0.26, "tail under comments plain": 0.26, "tail under legal plain": 0.26,
    "tail title case": 0.25, "tail title run 1": 0.25, "tail title run 2": 0.25, "after words some": 0.24,
    "tail holds:newsletter": 0.24, "tail opens:related": 0.24, "tail size:12 cut": 0.24,
    "tail under ad plain": 0.24, "after size:40 full": 0.23, "tail holds much:share": 0.23,
    "tail size:7 ask": 0.23, "after holds:scene": 0.22, "tail verb": 0.22, "after sure": 0.21,
    "tail is:share": 0.21, "tail size:2 colon": 0.21, "after run 12": 0.2, "at after": 0.2,
    "tail holds much:comments": 0.2, "tail holds:ad": 0.2, "tail size:20 none": 0.2, "tail size:4 ask": 0.2,
    "after size:12 full": 0.19, "from core 2": 0.19, "after words new": 0.18, "tail size:12 ask": 0.18,
    "tail under account plain": 0.17, "after holds:share": 0.16, "after opens:related": 0.15,
    "from core 12": 0.15, "tail holds much:newsletter": 0.15, "after credit": 0.14, "after run 1": 0.14,
    "after holds:newsletter": 0.13, "tail is:comments": 0.13, "after opens:writer": 0.12,
    "tail holds much:author": 0.12, "tail run 2": 0.12, "after holds much:picture": 0.11,
    "after small first": 0.11, "after title case": 0.11, "after verb": 0.11, "tail glued": 0.11,
    "tail holds:legal": 0.11, "tail holds:picture": 0.11, "after holds:ad": 0.1, "after holds:legal": 0.1,
    "tail is:player": 0.09, "after is:related": 0.08, "tail holds:author": 0.08,
    "tail under related plain": 0.08, "after holds:account": 0.07, "after size:40 none": 0.07,
    "tail no verb": 0.07, "tail opens:account": 0.07, "tail opens:player": 0.07, "after no verb": 0.06,
    "after opens:comments": 0.06, "after reader": 0.06, "after title run 6": 0.06,
    "tail holds much:account": 0.06, "tail is:legal": 0.06, "tail size:4 colon": 0.06, "tail size:40 full": 0.06,
    "tail holds:player": 0.05, "tail size:12 colon": 0.05, "after opens:time": -0.05,
    "after size:80 full": -0.05, "tail opens:share": -0.05, "after title run 1": -0.06, "tail words own": -0.06,
    "after glued": -0.07, "after run 3": -0.07, "after words own": -0.07, "tail under newsletter plain": -0.07,
    "tail size:7 none": -0.08, "tail size:80 full": -0.08, "after size:80 none": -0.09,
    "tail size:20 full": -0.09, "after size:1 none": -0.1, "after size:7 ask": -0.1, "tail size:7 full": -0.1,
    "tail holds:share": -0.11, "after quote first": -0.15, "after size:long full": -0.15,
    "tail is:related": -0.15, "tail opens:time": -0.15, "tail size:1 full": -0.17, "tail size:40 none": -0.18,
    "after opens:newsletter": -0.19, "after under share plain": -0.2, "after colon": -0.21,
    "tail small first": -0.21, "tail title run 6": -0.21, "tail holds:scene": -0.22, "tail size:2 full": -0.22,
    "after bullet": -0.23, "tail under share plain": -0.24, "tail title run 12": -0.26, "tail amount": -0.27,
    "tail bullet": -0.28, "after size:7 none": -0.3, "tail capitals": -0.35, "tail run 1": -0.39,
    "tail size:long full": -0.43, "tail words some": -0.44, "tail date": -0.45, "tail fact": -0.45,
    "from core 1": -0.53, "tail size:12 full": -0.54, "tail size:4 full": -0.54, "after under ad plain": -0.75,
    "tail label": -0.83,
    # What the line says
    "sure": 3.47, "credit": 1.27, "opens:related": 1.22, "holds:newsletter": 1.12, "name last": 0.92,
    "holds:picture": 0.86, "holds much:picture": 0.77, "is:menu": 0.65, "opens:ad": 0.64, "is:share": 0.62,
    "holds:account": 0.59, "opens:picture": 0.56, "opens:writer": 0.53, "opens:account": 0.52,
    "opens:legal": 0.49, "opens:newsletter": 0.46, "opens:share": 0.46, "opens:time": 0.41, "is:ad": 0.38,
    "holds much:share": 0.35, "holds:ad": 0.35, "opens:comments": 0.35, "holds:scene": 0.34, "holds:legal": 0.32,
    "holds much:legal": 0.3, "holds much:newsletter": 0.29, "holds much:account": 0.26, "opens:tag": 0.26,
    "holds:comments": 0.25, "holds much:author": 0.23, "is:comments": 0.2, "is:related": 0.2, "is:writer": 0.2,
    "opens:player": 0.2, "holds much:comments": 0.19, "holds:time": 0.19, "is:player": 0.19, "is:account": 0.17,
    "is:time": 0.17, "holds:author": 0.12, "is:newsletter": 0.11, "holds much:scene": 0.1, "holds much:ad": 0.09,
    "holds:player": 0.07, "is:legal": 0.07, "holds much:time": 0.06, "holds:share": -0.2,
    # How long it is and how it ends
    "size:1 none": 1.75, "size:2 none": 1.38, "size:4 none": 0.81, "size:20 none": 0.79, "size:12 none": 0.68,
    "size:40 none": 0.41, "size:1 ask": 0.33, "size:7 ask": 0.33, "size:2 colon": 0.31, "size:12 cut": 0.25,
    "size:1 colon": 0.23, "size:4 ask": 0.21, "size:12 quoted": 0.19, "size:20 ask": 0.18, "size:2 more": 0.17,
    "size:7 none": 0.17, "size:7 quoted": 0.11, "size:12 ask": 0.1, "size:40 cut": 0.08, "size:80 ask": 0.07,
    "size:80 none": 0.07, "size:long colon": 0.06, "size:4 quoted": -0.05, "size:40 ask": -0.07,
    "size:80 colon": -0.08, "size:12 more": -0.13, "size:20 full": -0.17, "size:40 colon": -0.17,
    "size:12 colon": -0.18, "size:7 full": -0.2, "size:20 colon": -0.21, "size:long none": -0.21,
    "size:12 full": -0.29, "size:7 colon": -0.34, "size:40 full": -0.59, "size:4 full": -0.76,
    "size:1 full": -0.78, "size:2 full": -0.87, "size:80 full": -0.94, "size:long full": -1.38,
    # Whose words it uses, and what stands round it
    "under related": 1.6, "words new": 0.96, "under comments": 0.76, "under newsletter": 0.73,
    "copy below 1": 0.67, "under account": 0.47, "copy below 0": 0.43, "under legal": 0.35, "under share": 0.33,
    "title run 6": 0.32, "under ad": 0.22, "title run 3": 0.14, "twice": -0.06, "copy below 3": -0.14,
    "words few": -0.15, "line 1": -0.21, "often": -0.26, "title run 2": -0.27, "words own": -0.53,
    "title run 12": -0.54, "title run 1": -0.75, "words some": -0.76, "little copy": -1.25,
    # How it looks
    "glued": 0.61, "name like": 0.54, "title case": 0.31, "no verb": 0.22, "reader": 0.11, "label": 0.08,
    "verb": -0.2, "small first": -0.26, "date": -0.39, "capitals": -0.42, "quote first": -0.58,
    "title own": -0.68, "bullet": -0.95, "fact": -2.1, "amount": -2.17, "fixture": -2.31, "near facts": -2.56,
}  # fmt: skip

LEARNT = Weights(-1.61, _OF)
