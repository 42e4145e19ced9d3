// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Moments {
  /// Months, weekdays and lengths of time in English.
  static let english: [String: String] = [
    "month.1": "January",
    "month.2": "February",
    "month.3": "March",
    "month.4": "April",
    "month.5": "May",
    "month.6": "June",
    "month.7": "July",
    "month.8": "August",
    "month.9": "September",
    "month.10": "October",
    "month.11": "November",
    "month.12": "December",
    "weekday.1": "Mon",
    "weekday.2": "Tue",
    "weekday.3": "Wed",
    "weekday.4": "Thu",
    "weekday.5": "Fri",
    "weekday.6": "Sat",
    "weekday.7": "Sun",
    "time.days": "{count|day|days}",
    "time.hours": "{count|h|h}",
    "time.minutes": "{count|min|min}",
    "time.in": "in {span}",
    "time.ago": "{span} ago",
    "list.and": "and",
  ]
}
