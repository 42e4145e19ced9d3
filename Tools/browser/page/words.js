// SPDX-License-Identifier: Apache-2.0
// What the page says, in English and in Ukrainian.

import { visible } from "./dom.js";
import { ENGLISH } from "./english.js";
import { commandWords } from "./sentences.js";
import { UKRAINIAN } from "./ukrainian.js";

const WORDS = { en: ENGLISH, uk: UKRAINIAN };

// What is counted, by the plural forms of each language in the order of FORMS.
const PLURALS = {
  en: {
    electors: ["elector", "electors"], places: ["place", "places"], entries: ["entry", "entries"],
    signatures: ["signature", "signatures"], checkpoints: ["checkpoint", "checkpoints"],
    applications: ["application", "applications"] },
  uk: {
    electors: ["виборець", "виборці", "виборців"], places: ["місце", "місця", "місць"],
    entries: ["запис", "записи", "записів"], signatures: ["підпис", "підписи", "підписів"],
    checkpoints: ["контрольна точка", "контрольні точки", "контрольних точок"],
    applications: ["заява", "заяви", "заяв"] },
};
const SECONDS_MAX = 253402300799; // the end of the year 9999
const FORMS = { en: ["one", "other"], uk: ["one", "few", "many"] };

/** The languages of the page, each by its own name. */
export const LANGUAGES = [["en", "English"], ["uk", "Українська"]];

/** The first of the browser's languages that the page speaks. */
export function preferred() {
  const known = (navigator.languages ?? [navigator.language]).map((each) => each.slice(0, 2));
  return known.find((each) => each in WORDS) ?? "en";
}

/** The words of a language. */
export class Words {
  constructor(language) {
    this.language = language;
    this.dates = new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "medium" });
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language);
  }

  /** The word, the command's, or its name where a ledger has one that neither knows. */
  say(name) {
    return WORDS[this.language][name] ?? commandWords(this.language)[name] ?? visible(name.slice(name.indexOf(".") + 1));
  }

  has(name) {
    return name in WORDS[this.language];
  }

  /** So many of what is counted. */
  count(name, number) {
    const form = FORMS[this.language].indexOf(this.plurals.select(number));
    return `${this.number(number)} ${PLURALS[this.language][name][form]}`;
  }

  /** A button's words: so many more. */
  more = (count) => `${this.say("more")}: ${this.number(count)}`;

  /** From when until when a vote is open. */
  span({ opens, closes }) {
    return `${this.moment(opens)} ${this.say("vote.closes")} ${this.moment(closes)}`;
  }

  /** What a ledger says, within a sentence. */
  visible(text) {
    return visible(text);
  }

  /** A moment in seconds since 1970, in UTC; what no calendar has is told as it is. */
  instant(seconds) {
    if (seconds > SECONDS_MAX) return this.number(seconds);
    return this.moment(new Date(seconds * 1000).toISOString().replace("T", " ").slice(0, 16)) + " UTC";
  }

  number(number) {
    return this.numbers.format(number);
  }

  /** A date, of a moment such as `2025-03-01 09:00`; with its time unless that is midnight. */
  moment(text) {
    if (text === null) return "—";
    const [date, time] = text.split(" ");
    const day = this.dates.format(new Date(date + "T00:00:00Z"));
    return time === "00:00" ? day : `${day}, ${time}`;
  }

  /** Of a text by language, that of the page or else any. */
  of(texts) {
    return texts?.[this.language] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? "";
  }
}

/** The words that one language has and the other has not; for the tests. */
export function incomplete() {
  const [one, other] = Object.values(WORDS).map((words) => Object.keys(words));
  return [...one.filter((name) => !other.includes(name)), ...other.filter((name) => !one.includes(name))];
}
