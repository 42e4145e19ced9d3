// SPDX-License-Identifier: Apache-2.0

// The types of `Bodies.md`.

extension PartyUpdated: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension PartyMerged: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension SeatNamed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension AlternateNamed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MeetingHeld: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ChairRotated: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension ChairDeclined: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MandateRecused: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension MandateInstructed: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension LotAnnounced: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}

extension LotDrawn: Judged {
  func admit(in assembly: Assembly, _ act: Act) throws(Refusal) { try assembly.admit(self, act) }
  func record(in assembly: inout Assembly, _ act: Act) { assembly.record(self, act) }
}
