# SPDX-License-Identifier: Apache-2.0
"""The rules, one module for each subject.

Each `rule_…` judges one type of statement: it refuses, or gives the ways in which the statement may
be signed and a function that records it. Nothing is recorded before everything is judged.

All are parts of one `State`, whose `__init__` lists the tables that they read and change.
"""

from .agreements import Agreements
from .alternates import Alternates
from .amendments import Amendments
from .appeals import Appeals
from .applications import Applications
from .ballots import Ballots
from .bodies import Bodies
from .calls import Calls
from .certificates import Certificates
from .chairs import Chairs
from .changes import Changes
from .elections import Elections
from .foundation import Foundation
from .joining import Joining
from .keys import Keys
from .lots import Lots
from .mandates import Mandates
from .meetings import Meetings
from .namedplaces import NamedPlaces
from .objections import Objections
from .offices import Offices
from .outcomes import Outcomes
from .papers import Papers
from .parties import Parties
from .proposals import Proposals
from .reviews import Reviews
from .seatcounts import SeatCounts
from .seatselsewhere import SeatsElsewhere
from .seatvotes import SeatVotes
from .shortlist import Shortlist
from .signers import Signing
from .standins import StandIns
from .tallies import Tallies
from .terms import Terms
from .vacancies import Vacancies
from .votes import Votes


class Rules(
        Agreements, Alternates, Amendments, Appeals, Applications, Ballots, Bodies, Calls, Certificates, Chairs,
        Changes, Elections, Foundation, Joining, Keys, Lots, Mandates, Meetings, NamedPlaces, Objections, Offices,
        Outcomes, Papers, Parties, Proposals, Reviews, SeatCounts, SeatsElsewhere, SeatVotes, Shortlist, Signing,
        StandIns, Tallies, Terms, Vacancies, Votes):
    """The rules of every statement."""
