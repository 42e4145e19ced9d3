# SPDX-License-Identifier: Apache-2.0
"""Lots that are drawn from numbers which others publish (RFC 3797)."""

from ..counting.lots import draw
from ..differences import need_same
from ..errors import need
from ..records import Record
from ..times import decode_time
from .signers import Signers


class Lots:
    """The rules of lots."""

    def rule_lot_announced(self, s):
        self.need_new(self.lots, s, "lot")
        most, draws = len(s["among"]) - 1, decode_time(s["draws"])
        need(1 <= s["places"] <= most, "wrong_places", "1 to %d" % most)
        need(draws > self.now, "wrong_window")
        lot = Record(among=s["among"], places=s["places"], sources=s["sources"], draws=draws, drawn=None)
        return [Signers(*self.by(s, "registrar", "teller"))], lambda: self.lots.update({s["lot"]: lot})

    def rule_lot_drawn(self, s):
        lot = self.known(self.lots, s, "lot")
        need(lot.drawn is None, "thing_exists", "the lot was drawn")
        need(self.now >= lot.draws, "too_early")
        need(len(s["values"]) == len(lot.sources), "wrong_draw", "%d sources" % len(lot.sources))
        expected = [lot.among[number - 1] for _, _, number in draw(s["values"], len(lot.among), lot.places)]
        need_same(s["drawn"], expected, "wrong_draw")
        return [Signers(*self.by(s, "registrar", "teller"))], lambda: setattr(lot, "drawn", expected)
