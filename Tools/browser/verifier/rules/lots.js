// SPDX-License-Identifier: Apache-2.0
// Lots that are drawn from numbers which others publish (RFC 3797).

import { draw } from "../counting/lots.js";
import { needSame } from "../differences.js";
import { need } from "../errors.js";
import { decodeTime } from "../times.js";
import { Signers } from "./signers.js";

export const lots = {
  "lot.announced"(s) {
    this.needNew(this.lots, s, "lot");
    const [most, draws] = [s.among.length - 1, decodeTime(s.draws)];
    need(s.places >= 1 && s.places <= most, "wrong_places", `1 to ${most}`);
    need(draws > this.now, "wrong_window");
    const lot = { title: s.title, among: s.among, places: s.places, sources: s.sources, draws, drawn: null };
    return [[new Signers(this.by(s, "registrar", "teller"))], () => this.lots.set(s.lot, lot)];
  },

  "lot.drawn"(s) {
    const lot = this.known(this.lots, s, "lot");
    need(lot.drawn === null, "thing_exists", "the lot was drawn");
    need(this.now >= lot.draws, "too_early");
    need(s.values.length === lot.sources.length, "wrong_draw", `${lot.sources.length} sources`);
    const expected = draw(s.values, lot.among.length, lot.places).map((number) => lot.among[number - 1]);
    needSame(s.drawn, expected, "wrong_draw");
    return [[new Signers(this.by(s, "registrar", "teller"))], () => (lot.drawn = expected)];
  },
};
