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
    "core after": 0.58, "core words new": 0.58, "core words few": 0.33, "core after 3": 0.24,
    "core after 6": 0.13, "core before 1": 0.06, "core before 6": 0.05, "core words own": 0.05,
    "core after 12": -0.05, "core before 3": -0.12, "core before 12": -0.29, "core after 1": -0.31,
    "core before 2": -0.36, "core before": -0.39, "core after 2": -0.66, "core words some": -0.78,
    "core in": -3.08,
    # Before the story
    "head size:1 none": 1.14, "head run 6": 0.91, "to core 12": 0.91, "before run 12": 0.9, "at head": 0.76,
    "head run 12": 0.72, "before opens:ad": 0.65, "before label": 0.64, "head size:2 none": 0.61,
    "head credit": 0.6, "before size:2 none": 0.59, "at before": 0.56, "head title run 6": 0.55,
    "head words new": 0.54, "before opens:account": 0.51, "head holds much:picture": 0.51,
    "before words own": 0.5, "to core 6": 0.47, "before reader": 0.45, "head glued": 0.44,
    "head size:80 none": 0.42, "head holds:legal": 0.41, "before name last": 0.4, "before size:20 none": 0.4,
    "head is:menu": 0.39, "head holds:account": 0.36, "before sure": 0.35, "head size:4 none": 0.35,
    "head size:7 none": 0.34, "before holds:newsletter": 0.31, "before size:20 full": 0.3,
    "before size:12 full": 0.28, "before size:7 none": 0.28, "head is:related": 0.26, "before is:ad": 0.25,
    "before opens:newsletter": 0.25, "before small first": 0.25, "head is:share": 0.25, "head size:4 ask": 0.25,
    "before credit": 0.24, "before opens:share": 0.24, "head date": 0.24, "before size:4 none": 0.21,
    "before size:7 full": 0.21, "head opens:writer": 0.2, "before holds:picture": 0.19, "before is:writer": 0.19,
    "head holds much:scene": 0.19, "before holds much:account": 0.18, "head name last": 0.18,
    "head size:2 colon": 0.18, "before opens:related": 0.17, "head run 3": 0.17, "head size:1 colon": 0.15,
    "head opens:newsletter": 0.14, "head size:4 more": 0.14, "before glued": 0.13, "before is:share": 0.13,
    "before no verb": 0.13, "to core 2": 0.13, "before holds:share": 0.12, "before run 6": 0.12,
    "head is:ad": 0.12, "head fact": 0.11, "head opens:account": 0.11, "head size:40 none": 0.11,
    "before is:account": 0.1, "head holds much:account": 0.1, "head sure": 0.1, "before is:menu": 0.09,
    "head holds much:share": 0.09, "head opens:picture": 0.09, "before holds:ad": 0.08,
    "head opens:related": 0.08, "head is:writer": 0.07, "head opens:legal": 0.07, "before is:player": 0.06,
    "before opens:picture": 0.06, "before size:40 none": 0.06, "head is:player": 0.06,
    "before opens:player": 0.05, "before opens:writer": 0.05, "before run 3": 0.05, "head name like": 0.05,
    "head holds:author": -0.05, "head size:4 full": -0.05, "before size:12 none": -0.06,
    "before holds:legal": -0.08, "before size:12 ask": -0.08, "before holds:author": -0.09,
    "before size:1 none": -0.09, "before holds:account": -0.1, "head quote first": -0.1,
    "head size:12 none": -0.1, "head under ad plain": -0.1, "before run 2": -0.11, "head holds:time": -0.11,
    "before capitals": -0.12, "before size:7 ask": -0.12, "before title case": -0.12, "head holds:ad": -0.12,
    "before date": -0.13, "before title run 3": -0.13, "before size:long full": -0.14, "before verb": -0.14,
    "before size:4 ask": -0.15, "head title case": -0.16, "before words new": -0.18, "head size:20 full": -0.19,
    "head under related plain": -0.2, "to core 1": -0.22, "before words some": -0.23, "head size:1 full": -0.25,
    "head holds:share": -0.27, "head run 2": -0.27, "head opens:share": -0.28, "head title run 2": -0.3,
    "before title run 2": -0.31, "head verb": -0.32, "head size:7 full": -0.33,
    "head under newsletter plain": -0.33, "head size:2 full": -0.35, "before size:80 full": -0.37,
    "head size:long full": -0.37, "head size:12 ask": -0.38, "head small first": -0.38,
    "head size:80 full": -0.39, "before opens:legal": -0.4, "before run 1": -0.41,
    "head under share plain": -0.41, "head title run 3": -0.44, "head words few": -0.45,
    "head under account plain": -0.56, "before words few": -0.57, "head size:20 none": -0.57,
    "before title run 1": -0.58, "head size:12 full": -0.62, "head label": -0.63, "head no verb": -0.64,
    "before size:40 full": -0.66, "head title run 1": -0.75, "head run 1": -0.76, "before under ad plain": -0.88,
    "head words some": -0.99, "before quote first": -1.11, "head words own": -1.41,
    # Inside it
    "in label": 1.16, "in size:20 none": 1.02, "in opens:related": 1.0, "in opens:time": 0.85,
    "in tight long none": 0.84, "in mixed short none": 0.75, "in name last": 0.72, "in size:12 none": 0.7,
    "in quote first": 0.67, "in holds:picture": 0.66, "in sure": 0.65, "in holds:newsletter": 0.64,
    "in mixed long none": 0.64, "in opens:picture": 0.64, "in no verb": 0.55, "in run 3": 0.55,
    "in under related plain": 0.55, "in credit": 0.54, "in words some": 0.54, "in size:40 none": 0.53,
    "in holds:scene": 0.51, "in words own": 0.51, "in holds:time": 0.5, "in size:12 full": 0.45,
    "in under newsletter plain": 0.43, "in opens:legal": 0.41, "in size:20 full": 0.41, "in opens:share": 0.37,
    "in size:7 quoted": 0.36, "in tight short none": 0.36, "in size:1 ask": 0.35, "in holds much:picture": 0.32,
    "in mixed short quoted": 0.3, "in size:12 ask": 0.27, "in size:1 none": 0.26, "in is:related": 0.25,
    "in tight short ask": 0.23, "in title run 1": 0.21, "in loose short full": 0.2, "in size:7 ask": 0.2,
    "in title case": 0.18, "in loose short none": 0.17, "in under share plain": 0.15, "in glued": 0.14,
    "in mixed long ask": 0.14, "in mixed short ask": 0.14, "in size:7 none": 0.14, "in is:ad": 0.13,
    "in opens:ad": 0.13, "in mixed": 0.1, "in opens:player": 0.1, "in is:share": 0.09, "in size:80 ask": 0.08,
    "in opens:newsletter": 0.07, "in title run 6": 0.06, "in is:newsletter": 0.05, "in verb": 0.05,
    "in size:2 colon": -0.06, "in size:80 colon": -0.06, "in under ad plain": -0.06, "in mixed long cut": -0.09,
    "in size:4 quoted": -0.09, "in tight short colon": -0.09, "in is:menu": -0.1, "in size:40 colon": -0.1,
    "in size:40 ask": -0.11, "in size:7 full": -0.11, "in tight": -0.11, "in tight long ask": -0.11,
    "in run 2": -0.12, "in size:4 ask": -0.12, "in title run 2": -0.12, "in size:40 cut": -0.14,
    "in size:long none": -0.14, "in size:4 colon": -0.15, "in size:7 colon": -0.16, "in words new": -0.16,
    "in size:80 none": -0.17, "in size:20 colon": -0.18, "in reader": -0.19, "in mixed short colon": -0.21,
    "in holds:author": -0.22, "in holds:comments": -0.22, "in holds:legal": -0.22, "in holds:share": -0.24,
    "in tight long colon": -0.24, "in size:4 full": -0.25, "in mixed long colon": -0.26, "in name like": -0.27,
    "in size:1 full": -0.28, "in size:12 colon": -0.28, "in title run 3": -0.3, "in date": -0.32,
    "in run 12": -0.32, "in size:long full": -0.41, "in mixed short full": -0.45, "in size:2 none": -0.46,
    "in tight short full": -0.5, "in tight long full": -0.52, "in bullet": -0.53, "in size:2 full": -0.61,
    "in size:40 full": -0.61, "at in": -0.66, "in loose": -0.66, "in size:80 full": -0.73, "in run 1": -0.75,
    "in loose long none": -0.83, "in mixed long full": -0.86, "in small first": -1.2,
    # After it
    "tail size:1 none": 0.71, "after title run 3": 0.6, "tail opens:legal": 0.59, "after size:2 none": 0.58,
    "after holds:author": 0.5, "tail holds:account": 0.49, "tail holds:comments": 0.49, "tail words few": 0.48,
    "from core 6": 0.46, "tail size:4 none": 0.46, "tail opens:newsletter": 0.45,
    "after under related plain": 0.44, "tail title run 3": 0.44, "after opens:share": 0.43,
    "tail under legal plain": 0.43, "tail words new": 0.43, "at tail": 0.42, "after name like": 0.41,
    "from core 3": 0.41, "after words some": 0.4, "tail opens:writer": 0.4, "tail opens:tag": 0.38,
    "tail size:12 cut": 0.38, "after words few": 0.37, "tail holds much:share": 0.37, "tail is:menu": 0.37,
    "tail under comments plain": 0.37, "tail run 6": 0.36, "tail size:7 ask": 0.36, "after size:40 full": 0.35,
    "tail holds:ad": 0.35, "tail title run 2": 0.35, "tail size:2 colon": 0.33, "tail name like": 0.32,
    "tail run 12": 0.32, "tail size:12 ask": 0.32, "tail size:4 ask": 0.32, "tail title case": 0.32,
    "tail title run 1": 0.32, "tail is:share": 0.31, "tail opens:comments": 0.31, "after sure": 0.3,
    "after size:12 full": 0.29, "tail holds much:comments": 0.29, "tail under ad plain": 0.29,
    "tail is:comments": 0.28, "tail opens:related": 0.28, "tail verb": 0.28, "after holds:scene": 0.27,
    "tail holds:newsletter": 0.27, "tail size:12 none": 0.27, "tail size:2 none": 0.27,
    "after holds:share": 0.26, "after run 1": 0.25, "after opens:related": 0.23,
    "tail under account plain": 0.23, "tail size:20 none": 0.22, "after words new": 0.21,
    "after small first": 0.2, "tail holds much:author": 0.2, "tail holds much:newsletter": 0.19,
    "tail run 2": 0.19, "after credit": 0.18, "after holds:newsletter": 0.18, "from core 2": 0.17,
    "after opens:writer": 0.16, "after run 12": 0.16, "tail holds:picture": 0.16, "tail is:player": 0.16,
    "after holds:ad": 0.15, "at after": 0.15, "after holds much:picture": 0.14, "after holds:legal": 0.14,
    "after title run 6": 0.13, "tail holds:legal": 0.13, "after is:related": 0.12, "after verb": 0.12,
    "tail glued": 0.12, "after holds:account": 0.11, "after title run 2": 0.11, "from core 12": 0.11,
    "after size:40 none": 0.1, "tail holds:player": 0.1, "tail no verb": 0.1, "tail size:12 colon": 0.1,
    "after size:7 full": 0.09, "tail opens:player": 0.09, "tail size:2 more": 0.09, "tail size:4 colon": 0.09,
    "tail is:legal": 0.08, "after opens:comments": 0.07, "after size:12 ask": 0.07, "after title case": 0.07,
    "tail holds much:account": 0.07, "tail opens:account": 0.07, "after capitals": 0.06,
    "tail holds:author": 0.06, "after size:20 full": 0.05, "tail size:40 full": 0.05, "after holds:time": -0.05,
    "after run 2": -0.06, "after size:4 full": -0.06, "tail size:7 none": -0.06, "tail size:80 none": -0.06,
    "tail under related plain": -0.07, "tail holds much:picture": -0.08, "after run 6": -0.09,
    "after words own": -0.09, "after size:80 full": -0.1, "after holds:picture": -0.11, "after run 3": -0.11,
    "tail size:7 full": -0.11, "after label": -0.12, "after opens:time": -0.12, "after size:20 none": -0.12,
    "after size:1 none": -0.13, "after size:80 none": -0.14, "tail opens:share": -0.14,
    "tail size:80 full": -0.14, "tail size:20 full": -0.15, "after glued": -0.16, "tail holds:share": -0.18,
    "tail size:1 full": -0.18, "after size:7 ask": -0.19, "tail under newsletter plain": -0.19,
    "after under share plain": -0.2, "tail sure": -0.2, "tail small first": -0.22, "after quote first": -0.23,
    "after size:long full": -0.23, "tail title run 12": -0.23, "tail opens:time": -0.24, "after colon": -0.27,
    "tail bullet": -0.3, "tail size:2 full": -0.3, "tail is:related": -0.32, "tail holds:scene": -0.35,
    "tail size:40 none": -0.35, "tail under share plain": -0.35, "tail title run 6": -0.36,
    "after bullet": -0.37, "after opens:newsletter": -0.37, "tail amount": -0.43, "after size:7 none": -0.44,
    "tail run 1": -0.46, "tail capitals": -0.48, "tail words some": -0.5, "tail date": -0.51,
    "tail size:long full": -0.58, "from core 1": -0.59, "tail fact": -0.67, "tail size:12 full": -0.7,
    "tail size:4 full": -0.75, "tail label": -1.02, "after under ad plain": -1.14,
    # What the line says
    "sure": 3.48, "credit": 1.58, "opens:related": 1.53, "holds:newsletter": 1.42, "name last": 1.25,
    "holds much:picture": 0.88, "holds:picture": 0.88, "opens:ad": 0.83, "holds:account": 0.82, "is:share": 0.82,
    "opens:picture": 0.79, "opens:writer": 0.77, "opens:legal": 0.72, "is:menu": 0.71, "opens:account": 0.69,
    "opens:share": 0.62, "is:ad": 0.55, "opens:time": 0.55, "opens:newsletter": 0.54, "holds much:share": 0.52,
    "holds much:legal": 0.51, "holds:legal": 0.46, "holds:ad": 0.44, "holds:scene": 0.44, "opens:comments": 0.42,
    "holds much:newsletter": 0.39, "opens:tag": 0.38, "holds much:account": 0.37, "holds much:author": 0.37,
    "is:comments": 0.37, "is:writer": 0.32, "holds:comments": 0.31, "holds much:comments": 0.29,
    "is:player": 0.28, "holds:time": 0.27, "is:account": 0.25, "is:time": 0.25, "opens:player": 0.24,
    "holds:author": 0.21, "holds much:ad": 0.16, "holds much:scene": 0.16, "is:newsletter": 0.14,
    "holds:player": 0.11, "is:related": 0.11, "is:legal": 0.09, "holds:share": -0.3,
    # How long it is and how it ends
    "size:1 none": 1.89, "size:2 none": 1.58, "size:20 none": 0.93, "size:4 none": 0.84, "size:12 none": 0.8,
    "size:1 ask": 0.59, "size:7 ask": 0.51, "size:2 colon": 0.48, "size:40 none": 0.45, "size:12 cut": 0.39,
    "size:1 colon": 0.37, "size:12 quoted": 0.37, "size:2 more": 0.33, "size:4 ask": 0.33, "size:7 none": 0.22,
    "size:12 ask": 0.21, "size:7 quoted": 0.21, "size:20 ask": 0.19, "size:40 cut": 0.14, "size:80 ask": 0.13,
    "size:2 ask": 0.09, "size:80 none": 0.08, "size:long colon": 0.06, "size:4 cut": -0.06,
    "size:4 quoted": -0.09, "size:80 colon": -0.12, "size:40 ask": -0.14, "size:12 more": -0.22,
    "size:7 full": -0.24, "size:12 colon": -0.28, "size:20 full": -0.28, "size:40 colon": -0.28,
    "size:12 full": -0.3, "size:20 colon": -0.33, "size:long none": -0.34, "size:7 colon": -0.48,
    "size:40 full": -0.72, "size:1 full": -1.03, "size:4 full": -1.04, "size:80 full": -1.15,
    "size:2 full": -1.16, "size:long full": -1.84,
    # Whose words it uses, and what stands round it
    "under related": 1.84, "words new": 1.08, "under comments": 1.07, "under newsletter": 0.86,
    "copy below 1": 0.75, "under account": 0.62, "copy below 0": 0.42, "under legal": 0.41, "under share": 0.41,
    "title run 6": 0.38, "under ad": 0.31, "title run 3": 0.16, "copy below 3": -0.1, "twice": -0.11,
    "words few": -0.13, "line 1": -0.19, "title run 2": -0.28, "often": -0.35, "words own": -0.54,
    "title run 12": -0.64, "words some": -0.78, "title run 1": -0.79, "little copy": -1.43,
    # How it looks
    "glued": 0.74, "name like": 0.54, "title case": 0.29, "no verb": 0.15, "label": 0.11, "reader": 0.09,
    "verb": -0.28, "small first": -0.36, "date": -0.4, "capitals": -0.53, "title own": -0.73,
    "quote first": -0.74, "bullet": -1.2, "amount": -2.21, "fact": -2.25, "fixture": -2.5, "near facts": -2.95,
}  # fmt: skip

LEARNT = Weights(-1.65, _OF)
