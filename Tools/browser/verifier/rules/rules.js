// SPDX-License-Identifier: Apache-2.0
// The rules, one module for each subject.
//
// A method that bears the name of a type of statement judges it: it refuses, or gives the ways in which
// the statement may be signed and a function that records it. Nothing is recorded before everything is
// judged. All are parts of one `State`, whose constructor lists the tables that they read and change.

import { agreements } from "./agreements.js";
import { alternates } from "./alternates.js";
import { amendments } from "./amendments.js";
import { appeals } from "./appeals.js";
import { applications } from "./applications.js";
import { ballots } from "./ballots.js";
import { bodies } from "./bodies.js";
import { calls } from "./calls.js";
import { certificates } from "./certificates.js";
import { chairs } from "./chairs.js";
import { changes } from "./changes.js";
import { elections } from "./elections.js";
import { foundation } from "./foundation.js";
import { joining } from "./joining.js";
import { keys } from "./keys.js";
import { lots } from "./lots.js";
import { mandates } from "./mandates.js";
import { meetings } from "./meetings.js";
import { namedPlaces } from "./namedplaces.js";
import { objections } from "./objections.js";
import { offices } from "./offices.js";
import { outcomes } from "./outcomes.js";
import { papers } from "./papers.js";
import { parties } from "./parties.js";
import { proposals } from "./proposals.js";
import { reviews } from "./reviews.js";
import { seatCounts } from "./seatcounts.js";
import { seatsElsewhere } from "./seatselsewhere.js";
import { seatVotes } from "./seatvotes.js";
import { shortlist } from "./shortlist.js";
import { signing } from "./signers.js";
import { standIns } from "./standins.js";
import { tallies } from "./tallies.js";
import { terms } from "./terms.js";
import { vacancies } from "./vacancies.js";
import { votes } from "./votes.js";

const ALL = [
  agreements, alternates, amendments, appeals, applications, ballots, bodies, calls, certificates, chairs, changes,
  elections, foundation, joining, keys, lots, mandates, meetings, namedPlaces, objections, offices, outcomes, papers,
  parties, proposals, reviews, seatCounts, seatsElsewhere, seatVotes, shortlist, signing, standIns, tallies, terms,
  vacancies, votes];

/** The rules of every statement. */
export const rules = Object.assign({}, ...ALL);

if (Object.keys(rules).length !== ALL.reduce((sum, part) => sum + Object.keys(part).length, 0)) {
  throw new Error("two modules of rules use one name");
}
