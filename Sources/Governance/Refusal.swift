// SPDX-License-Identifier: Apache-2.0

/// The fact that stands in the way of an act, with the clause of the statutes that makes it stand.
///
/// The sentence is made where people read it; here are only the facts (`Refusals.md` lists them all).
public struct Refusal: Error, Equatable, Sendable {
  /// Which refusal.
  public let code: Code
  /// A path in the statutes, such as `windows.call_30d`; `nil` where the log's format itself says no.
  public let clause: String?
  /// What the sentence needs: `application`, `expected`, `found` and so on.
  public let facts: [String: String]

  /// A refusal with its clause and facts.
  public init(_ code: Code, clause: String? = nil, _ facts: [String: String] = [:]) {
    self.code = code
    self.clause = clause
    self.facts = facts
  }

  /// The codes in the order in which they are checked.
  public enum Code: String, Sendable, CaseIterable, Codable {
    // Every statement.
    case otherLedger = "other_ledger"
    case notFounded = "not_founded"
    case alreadyFounded = "already_founded"
    case repeatedID = "repeated_id"
    case timeRunsBack = "time_runs_back"
    case outsideCalendar = "outside_calendar"
    case unknownKey = "unknown_key"
    case revokedKey = "revoked_key"
    case receivedInFuture = "received_in_future"
    case sealedInFuture = "sealed_in_future"
    // Foundation, offices, keys.
    case statutesFaulty = "statutes_faulty"
    case keyUsedBefore = "key_used_before"
    case partyExists = "party_exists"
    case unknownParty = "unknown_party"
    case unknownRole = "unknown_role"
    case unknownSeat = "unknown_seat"
    case tooManyHolders = "too_many_holders"
    case incompatibleOffice = "incompatible_office"
    case keyInForce = "key_in_force"
    case unknownFact = "unknown_fact"
    case unknownRelation = "unknown_relation"
    // The call and applications.
    case unknownProcedure = "unknown_procedure"
    case unknownCall = "unknown_call"
    case callExists = "call_exists"
    case opensInPast = "opens_in_past"
    case wrongWindow = "wrong_window"
    case overlappingCall = "overlapping_call"
    case extensionTooLong = "extension_too_long"
    case extensionTooLate = "extension_too_late"
    case callClosed = "call_closed"
    case callStillOpen = "call_still_open"
    case wrongCounts = "wrong_counts"
    case applicationExists = "application_exists"
    case receiptNotAttested = "receipt_not_attested"
    case unknownApplication = "unknown_application"
    case alreadyWithdrawn = "already_withdrawn"
    case alreadyDecided = "already_decided"
    case alreadyScreened = "already_screened"
    case wrongScreening = "wrong_screening"
    case notIncomplete = "not_incomplete"
    case repairWindowOver = "repair_window_over"
    case notEligible = "not_eligible"
    case unknownTier = "unknown_tier"
    case tierFound = "tier_found"
    // Review, shortlist, objections.
    case noTier = "no_tier"
    case alreadyAssigned = "already_assigned"
    case wrongAssignment = "wrong_assignment"
    case unequalLoad = "unequal_load"
    case reviewExists = "review_exists"
    case notUnderReview = "not_under_review"
    case notAReviewer = "not_a_reviewer"
    case recused
    case duplicateReview = "duplicate_review"
    case scoreOutOfScale = "score_out_of_scale"
    case afterWindow = "after_window"
    case notAssigned = "not_assigned"
    case repairWindowOpen = "repair_window_open"
    case reviewsMissing = "reviews_missing"
    case lotNeeded = "lot_needed"
    case shortlistExists = "shortlist_exists"
    case wrongShortlist = "wrong_shortlist"
    case notOnShortlist = "not_on_shortlist"
    case objectionsOver = "objections_over"
    case objectionExists = "objection_exists"
    case unknownObjection = "unknown_objection"
    // Proposals.
    case nameTaken = "name_taken"
    case unknownThing = "unknown_thing"
    case thingExists = "thing_exists"
    case mayNotPropose = "may_not_propose"
    case papersMissing = "papers_missing"
    case wrongLanguage = "wrong_language"
    case alreadyFrozen = "already_frozen"
    case notAmendable = "not_amendable"
    case secondsMissing = "seconds_missing"
    case debateOpen = "debate_open"
    case amendmentPending = "amendment_pending"
    case hearingOpen = "hearing_open"
    case hearingMissing = "hearing_missing"
    case roundsLeft = "rounds_left"
    // Vote and outcome.
    case unknownMatter = "unknown_matter"
    case voteExists = "vote_exists"
    case objectionsOpen = "objections_open"
    case notToBeVoted = "not_to_be_voted"
    case debatedSeparately = "debated_separately"
    case objectionUnanswered = "objection_unanswered"
    case noticeTooShort = "notice_too_short"
    case wrongRound = "wrong_round"
    case wrongElectorate = "wrong_electorate"
    case wrongWeights = "wrong_weights"
    case wrongTellers = "wrong_tellers"
    // Elections and seats.
    case wrongPlaces = "wrong_places"
    case electionPending = "election_pending"
    case nominationsOver = "nominations_over"
    case notAHolder = "not_a_holder"
    case resting
    case wrongCandidates = "wrong_candidates"
    case wrongTerms = "wrong_terms"
    case noVacancy = "no_vacancy"
    case nobodyLeft = "nobody_left"
    case wrongParty = "wrong_party"
    case capBroken = "cap_broken"
    case noAlternates = "no_alternates"
    case wrongMeetings = "wrong_meetings"
    case noRota = "no_rota"
    case wrongChair = "wrong_chair"
    case unknownVote = "unknown_vote"
    case otherText = "other_text"
    case notOpenYet = "not_open_yet"
    case votingOver = "voting_over"
    case notAnElector = "not_an_elector"
    case notTheNamedVoter = "not_the_named_voter"
    case suspended
    case wrongSecrecy = "wrong_secrecy"
    case unknownChoice = "unknown_choice"
    case notOnBallot = "not_on_ballot"
    case reasonMissing = "reason_missing"
    case groundMissing = "ground_missing"
    case noProxies = "no_proxies"
    case tooManyProxies = "too_many_proxies"
    case proxyChain = "proxy_chain"
    case nobodyRules = "nobody_rules"
    case noSuchBlock = "no_such_block"
    case wrongIdentity = "wrong_identity"
    case votingOpen = "voting_open"
    case sealsClosed = "seals_closed"
    case tallyExists = "tally_exists"
    case wrongTally = "wrong_tally"
    case noTally = "no_tally"
    case alreadyCertified = "already_certified"
    case challengeOpen = "challenge_open"
    case wrongOutcome = "wrong_outcome"
    // What was decided.
    case notAdopted = "not_adopted"
    case wrongVersion = "wrong_version"
    case tooEarly = "too_early"
    case unknownMandate = "unknown_mandate"
    case notElected = "not_elected"
    case mandateTooLong = "mandate_too_long"
    case noMandate = "no_mandate"
    case notAnOccasion = "not_an_occasion"
    case ownStatement = "own_statement"
    case wrongDraw = "wrong_draw"
    // Appeal and joining.
    case nothingToAppeal = "nothing_to_appeal"
    case appealWindowOver = "appeal_window_over"
    case appealExists = "appeal_exists"
    case unknownAppeal = "unknown_appeal"
    case notAdmitted = "not_admitted"
    case onboardingOver = "onboarding_over"
    case alreadyMember = "already_member"
    case needsMissing = "needs_missing"
    case wrongRolls = "wrong_rolls"
    // Last, for every statement.
    case wrongSigners = "wrong_signers"
    case notRefusable = "not_refusable"
    case wrongRefusal = "wrong_refusal"
  }
}
