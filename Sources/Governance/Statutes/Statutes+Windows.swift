// SPDX-License-Identifier: Apache-2.0

extension Statutes {
  /// When something opens and closes, and what may move its end.
  public struct Window: Sendable, Hashable {
    /// The window's name.
    public let name: String
    /// How long it is open; none for `always`.
    public let open: Duration?
    /// Whether only working days count.
    public let workingDays: Bool
    /// How long before the opening it is announced.
    public let notice: Duration?
    /// How long after the close something sealed before it may still arrive.
    public let grace: Duration?
    /// Who may declare an outage, and how far it moves the close.
    public let outage: Outage?
  }

  /// A declared outage moves a close once, by the signatures of these roles.
  public struct Outage: Sendable, Hashable {
    /// The roles, all of which sign.
    public let by: [String]
    /// The most that the close can move.
    public let extendMax: Duration
  }
}

extension Statutes.Window {
  init?(_ name: String, _ branch: Branch) {
    guard let form = branch.form(["open", "days", "notice", "grace", "outage"]) else { return nil }
    let open = form.required("open")
    let isAlways = open?.value.string == "always"
    let days = form.required("days")?.word("calendar", "working")
    self.name = name
    self.open = isAlways ? nil : open?.duration()
    self.notice = form.optional("notice")?.duration()
    self.grace = form.optional("grace")?.duration()
    self.outage = form.optional("outage").flatMap(Statutes.Outage.init)
    guard let days, isAlways || self.open != nil else { return nil }
    self.workingDays = days == "working"
  }
}

extension Statutes.Outage {
  init?(_ branch: Branch) {
    guard let form = branch.form(["by", "extend_max"]) else { return nil }
    let by = form.required("by")?.someReferences(.role)
    let extendMax = form.required("extend_max")?.duration()
    guard let by, let extendMax else { return nil }
    self.by = by
    self.extendMax = extendMax
  }
}
