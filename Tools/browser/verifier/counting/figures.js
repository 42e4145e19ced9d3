// SPDX-License-Identifier: Apache-2.0
// The numbers of a count, as text.

/** Decimals of the methods that have a unit. */
export const PLACES = new Map([["stv", 5], ["meek", 9]]);

/** Votes as a decimal fraction where the method has a unit, else a score as it is. */
export function figure(value, places) {
  if (places === null) return String(value);
  const digits = String(value).padStart(places + 1, "0");
  return digits.slice(0, -places) + "." + digits.slice(-places);
}
