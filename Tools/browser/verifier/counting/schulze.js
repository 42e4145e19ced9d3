// SPDX-License-Identifier: Apache-2.0
// The Schulze method (M. Schulze, "The Schulze Method of Voting", arXiv:1804.02973): candidates that a
// paper does not rank are last, and a defeat is as strong as the papers for it.

/** d[a][b]: how many valid papers rank a before b; those who are not ranked come last together. */
function matrix(rankings, standing) {
  const wins = new Map(standing.map((a) => [a, new Map(standing.map((b) => [b, 0]))]));
  for (const { papers, groups } of rankings) {
    const below = new Set(standing);
    for (const group of groups) {
      for (const c of group) below.delete(c);
      for (const a of group) {
        for (const b of below) wins.get(a).set(b, wins.get(a).get(b) + papers);
      }
    }
  }
  return wins;
}

/** p[a][b]: the papers for the weakest defeat of the strongest path. */
function strongestPaths(wins, standing) {
  const paths = new Map(standing.map((a) => [a, new Map(standing.map((b) => {
    const [ours, theirs] = [wins.get(a).get(b), wins.get(b).get(a)];
    return [b, ours > theirs ? ours : 0];
  }))]));
  for (const via of standing) {
    for (const a of standing) {
      for (const b of standing) {
        if (a === b || a === via || b === via) continue;
        const path = Math.min(paths.get(a).get(via), paths.get(via).get(b));
        paths.get(a).set(b, Math.max(paths.get(a).get(b), path));
      }
    }
  }
  return paths;
}

/** Those whom nobody beats, then those whom nobody of the rest beats, and so on; each tier sorted. */
export function schulzeTiers(rankings, standing) {
  const paths = strongestPaths(matrix(rankings, standing), standing);
  const found = [];
  for (let left = [...standing]; left.length;) {
    const unbeaten = left.filter((a) => left.every((b) => a === b || paths.get(a).get(b) >= paths.get(b).get(a)));
    found.push(unbeaten);
    left = left.filter((a) => !unbeaten.includes(a));
  }
  return found;
}
