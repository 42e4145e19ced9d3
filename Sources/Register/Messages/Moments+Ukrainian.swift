// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Moments {
  /// Months, weekdays and lengths of time in Ukrainian.
  static let ukrainian: [String: String] = [
    "month.1": "січня",
    "month.2": "лютого",
    "month.3": "березня",
    "month.4": "квітня",
    "month.5": "травня",
    "month.6": "червня",
    "month.7": "липня",
    "month.8": "серпня",
    "month.9": "вересня",
    "month.10": "жовтня",
    "month.11": "листопада",
    "month.12": "грудня",
    "weekday.1": "пн",
    "weekday.2": "вт",
    "weekday.3": "ср",
    "weekday.4": "чт",
    "weekday.5": "пт",
    "weekday.6": "сб",
    "weekday.7": "нд",
    "time.days": "{count|день|дні|днів}",
    "time.hours": "{count|год|год|год}",
    "time.minutes": "{count|хв|хв|хв}",
    "time.in": "ще {span}",
    "time.ago": "{span} тому",
    "list.and": "і",
  ]
}
