// SPDX-License-Identifier: Apache-2.0
// Times, dates, and the founders' calendar. Times are seconds, days are numbers, both since 1970, by
// the Gregorian calendar; the language's own dates, with their time zones, are not asked.

import { Fault, Malformed, Refused, need } from "./errors.js";

const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)Z$/;
export const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DURATION = /^P(T?)(0|[1-9][0-9]{0,3})([DWMYH])$/;
// [days, seconds, months] of one of each unit, of which one is meant.
const UNITS = new Map([["D", [1, null, null]], ["W", [7, null, null]], ["TH", [null, 3600, null]], ["TM", [null, 60, null]],
  ["M", [null, null, 1]], ["Y", [null, null, 12]]]);
const DAY = 86400;

function isLeap(year) {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year, month) {
  return month === 2 ? 28 + isLeap(year) : 30 + ((month + (month > 7)) % 2);
}

/** The number of a day; months as they are written. Years run from March, so that a leap day is the last. */
function dayOf(year, month, day) {
  const y = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719468;
}

/** [year, month, day] of a day's number, or a Fault outside the years 1 to 9999. */
export function dateOf(day) {
  let year = 1970 + Math.floor(day / 365.2425);
  if (day < dayOf(year, 1, 1)) year -= 1;
  if (day >= dayOf(year + 1, 1, 1)) year += 1;
  if (!(year >= 1 && year <= 9999)) throw new Fault("a day beyond the calendar");
  let month = 12;
  while (dayOf(year, month, 1) > day) month -= 1;
  return [year, month, day - dayOf(year, month, 1) + 1];
}

/** A date: the number of its day, told apart from whole numbers. */
export class Day {
  constructor(number) {
    this.number = number;
  }

  get parts() {
    return dateOf(this.number);
  }

  toString() {
    return encodeDay(this.number);
  }
}

export function encodeDay(number) {
  const [year, month, day] = dateOf(number);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** The number of the day of `2024-11-30`. */
export function decodeDay(text) {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) {
    throw new Malformed("not a date: " + text);
  }
  return dayOf(year, month, day);
}

/** Seconds since 1970 of `2024-11-30T22:00:00Z`. */
export function decodeTime(text) {
  const [, date, hour, minute, second] = TIME.exec(text) ?? [];
  if (date === undefined || hour > 23 || minute > 59 || second > 59) throw new Malformed("not a time: " + text);
  return decodeDay(date) * DAY + hour * 3600 + minute * 60 + Number(second);
}

export function encodeTime(seconds) {
  const day = Math.floor(seconds / DAY);
  const two = (number) => String(number).padStart(2, "0");
  const left = seconds - day * DAY;
  return `${encodeDay(day)}T${two(Math.floor(left / 3600))}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}Z`;
}

/** [days, seconds, months] of a duration, of which one is meant; the others are null. */
function parts(duration) {
  const match = DURATION.exec(duration);
  const unit = match && UNITS.get(match[1] + match[3]);
  need(unit, "statutes_faulty", "not a duration: " + duration);
  return unit.map((each) => (each === null ? null : Number(match[2]) * each));
}

/** The founders' calendar: offsets from UTC, weekends, holidays, and how far it reaches. */
export class Calendar {
  constructor(tree) {
    this.offsets = tree.offsets.map((each) => [decodeTime(each.from), each.minutes * 60]);
    if (!this.offsets.length || this.offsets.some(([time], n) => n && this.offsets[n - 1][0] >= time)) {
      throw new Refused("outside_calendar", "offsets that are not in order of time");
    }
    this.weekend = new Set(tree.weekend);
    this.holidays = new Set(tree.holidays.map(decodeDay));
    this.until = decodeTime(tree.until);
  }

  covers(time) {
    return time < this.until;
  }

  offset(time) {
    return this.offsets.filter(([start], n) => start <= time || n === 0).at(-1)[1];
  }

  /** The number of the local day. */
  day(time) {
    const day = Math.floor((time + this.offset(time)) / DAY);
    dateOf(day);
    return day;
  }

  /** The first moment whose local date is this day. */
  dayStart(day) {
    dateOf(day);
    const local = day * DAY;
    const found = this.offsets.map(([, seconds]) => seconds)
      .filter((seconds) => this.offset(local - seconds) === seconds).map((seconds) => local - seconds);
    const jumps = this.offsets.slice(1).map(([start]) => start)
      .filter((start) => this.day(start) === day && day > this.day(start - 1));
    if (!found.length && !jumps.length) throw new Fault("a day that never begins");
    return Math.min(...found, ...jumps);
  }

  /** The start of the local day that lies so many days after that of `start`. */
  noticeEnd(start, duration) {
    const [days] = parts(duration);
    return days === null ? this.end(start, duration) : this.dayStart(this.day(start) + days);
  }

  /** Where a window that opens at `start` closes; the closing moment is outside. */
  end(start, duration, days = "calendar") {
    const [count, seconds, months] = parts(duration);
    if (seconds !== null) return start + seconds;
    let day = this.day(start);
    if (months !== null) {
      const [year, month, inMonth] = dateOf(day);
      const later = year * 12 + month - 1 + months;
      const [y, m] = [Math.floor(later / 12), (later % 12) + 1];
      return this.dayStart(dayOf(y, m, Math.min(inMonth, daysIn(y, m))));
    }
    for (let left = count; left > 0; day += 1) {
      dateOf(day);
      left -= days !== "working" || this.isWorking(day);
    }
    return this.dayStart(day);
  }

  isWorking(day) {
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1; // 1970 began on a Thursday, the fourth
    return !this.weekend.has(weekday) && !this.holidays.has(day);
  }
}
