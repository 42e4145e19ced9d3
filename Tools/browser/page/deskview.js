// SPDX-License-Identifier: Apache-2.0
// What the page shows of calls, mandates, lots and meetings, as plain data.

import { names } from "../verifier/values.js";

/** [{call, …, applications}], the newest first; `moment(time)` tells times. */
export function callsOf(state, moment) {
  return [...state.calls.values()].map((call) => {
    const applications = state.applicationsOf(call).map((each) => applicationOf(each));
    return {
      id: call.id, procedure: call.procedure, opens: moment(call.opens), closes: moment(call.closes),
      closed: call.digest !== null, counts: countsOf(applications), applications };
  }).reverse();
}

function applicationOf(application) {
  const { withdrawn, disposition, door } = application;
  return {
    id: application.id, tier: application.tier, reviews: application.reviews.size,
    reviewers: application.reviewers?.length ?? null, selected: application.selected, outcome: application.outcome,
    member: application.member,
    disposition: withdrawn ? "withdrawn" : disposition ?? door?.disposition ?? "unscreened" };
}

/** [[disposition, how many]], in the order of its first. */
function countsOf(applications) {
  const counts = new Map();
  for (const { disposition } of applications) counts.set(disposition, (counts.get(disposition) ?? 0) + 1);
  return [...counts];
}

export function mandatesOf(state, moment) {
  return [...state.mandates].map(([id, mandate]) => ({
    id, kind: mandate.kind, scope: mandate.scope, holder: mandate.holder, alternate: mandate.alternate,
    until: moment(mandate.until), running: !mandate.ended && state.now < mandate.until })).reverse();
}

export function lotsOf(state, moment) {
  return [...state.lots].map(([id, { title, among, places, draws, drawn }]) => ({
    id, title, among: among.length, places, draws: moment(draws), drawn })).reverse();
}

/** [{body, meetings: [{name, held, present}]}] */
export function meetingsOf(state, moment) {
  const bodies = names(Object.fromEntries([...state.meetings.values()].map(({ body }) => [body, true])));
  return bodies.map((body) => ({
    body, meetings: state.meetingsOf(body).map(({ name, held, present }) => ({
      name, held: moment(held), present })).reverse() }));
}
